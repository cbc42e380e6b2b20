-- The five tracks of most streams. Ties: more listened milliseconds, then the smaller id. The rule is the service's
-- own.
select
  r.user_id, r.place, s.track_id, s.name, s.artist_name, r.streams, r.track,
  cast(floor(r.ms_played / 60000) as bigint) as minutes
from (
  select
    user_id, track, streams, ms_played,
    row_number() over (partition by user_id order by streams desc, ms_played desc, track) as place
  from user_tracks) as r
join songs as s on s.track = r.track
where r.place <= 5
