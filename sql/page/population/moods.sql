-- Streams by mood, and in each part of the day.
select coalesce(list({mood: mood, streams: streams, parts: parts} order by streams desc, mood), [])
from (
  select mood, cast(sum(streams) as bigint) as streams,
    [cast(coalesce(sum(streams) filter (part = 1), 0) as bigint), cast(coalesce(sum(streams) filter (part = 2), 0) as bigint),
     cast(coalesce(sum(streams) filter (part = 3), 0) as bigint), cast(coalesce(sum(streams) filter (part = 4), 0) as bigint)] as parts
  from (
    select m.mood, x.part, x.streams
    from (select unnest(['tender', 'fierce', 'melancholic', 'party', 'cheerful', 'easy']) as mood) as m
    left join (select * from mood_plays where cell in (from chosen)) as x using (mood)
    union all
    select mood, 0 as part, 0 as streams from (select unnest(['tender', 'fierce', 'melancholic', 'party', 'cheerful', 'easy']) as mood) as z) as y
  group by mood) as s
