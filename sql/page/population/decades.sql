-- Streams by decade of release.
select coalesce(list({decade: decade, streams: streams} order by decade), [])
from (
  select decade, cast(sum(streams) as bigint) as streams
  from decade_plays
  where cell in (from chosen)
  group by decade) as d
