-- How long the tracks are.
select track_id, duration_ms from tracks
