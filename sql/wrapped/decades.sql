-- Streams by the decade of the track's release (1990 = 1990 to 1999), the latest decade last.
select user_id, decade as place, decade, cast(sum(streams) as bigint) as streams
from (
  select t.user_id, s.release_year - mod(s.release_year, 10) as decade, t.streams
  from user_tracks as t
  join songs as s on s.track = t.track) as d
group by user_id, decade
