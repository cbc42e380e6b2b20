-- Streams by part of the day in which they ended and by the mood of the track. Morning 5 to 11, midday 12 to 16,
-- evening 17 to 21, night 22 to 4, in whole local hours.
select user_id, part, mood, count(*) as streams
from (
  select
    t.user_id, s.mood,
    case
      when t.local_hour between 5 and 11 then 1
      when t.local_hour between 12 and 16 then 2
      when t.local_hour between 17 and 21 then 3
      else 4
    end as part
  from streams as t
  join songs as s on s.track = t.track) as m
group by user_id, part, mood
