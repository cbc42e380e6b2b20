-- Listening by local weekday (0 = Monday) and hour.
select
  user_id, cast(mod(local_day + 3, 7) as tinyint) as weekday, cast(local_hour as tinyint) as hour,
  cast(sum(ms_played) as bigint) as ms_played
from streams
group by all
