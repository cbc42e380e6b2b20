-- The five primary artists of most streams. Ties: more listened milliseconds, then the smaller id. The service
-- weights streams towards the primary artist by an unpublished rule; here that artist has all of it.
select
  r.user_id, r.place, n.artist_id, n.name, r.streams, r.artist, cast(floor(r.ms_played / 60000) as bigint) as minutes
from (
  select
    user_id, artist, streams, ms_played,
    row_number() over (partition by user_id order by streams desc, ms_played desc, artist) as place
  from user_artists) as r
join artist_names as n on n.artist = r.artist
where r.place <= 5
