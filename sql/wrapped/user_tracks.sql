-- Streams of each track by each user in the window, and the first and last of their days.
select
  user_id, track, count(*) as streams, sum(cast(ms_played as bigint)) as ms_played,
  min(local_day) as first_day, max(local_day) as last_day
from streams
group by user_id, track
