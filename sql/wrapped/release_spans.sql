-- Streams by five years of release (1995 = 1995 to 1999): what the listening age is read from.
select user_id, first_year as place, first_year, cast(sum(streams) as bigint) as streams
from (
  select t.user_id, s.release_year - mod(s.release_year, 5) as first_year, t.streams
  from user_tracks as t
  join songs as s on s.track = t.track) as d
group by user_id, first_year
