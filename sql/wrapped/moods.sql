-- Streams by mood, most first: the first two are the Audio Aura of 2021. Ties: the name.
select
  user_id, row_number() over (partition by user_id order by streams desc, mood) as place, mood, streams
from (
  select user_id, mood, cast(sum(streams) as bigint) as streams
  from user_moods
  group by user_id, mood) as m
