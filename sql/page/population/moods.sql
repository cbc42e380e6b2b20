-- Streams by mood, and in each part of the day.
select list({mood: mood, streams: list_sum(parts), parts: parts} order by list_sum(parts) desc, mood)
from (
  select mood, list(streams order by part) as parts
  from (
    select m.mood, p.part, cast(coalesce(sum(x.streams), 0) as bigint) as streams
    from (select unnest(['tender', 'fierce', 'melancholic', 'party', 'cheerful', 'easy']) as mood) as m
    cross join (select unnest(range(1, 5)) as part) as p
    left join (select * from mood_plays where cell in (from chosen)) as x on x.mood = m.mood and x.part = p.part
    group by all) as y
  group by mood) as s
