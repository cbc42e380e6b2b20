-- Listening by local weekday, 1 = Monday ... 7 = Sunday; days without a stream have no row.
select
  user_id, weekday as place, weekday, cast(sum(streams) as bigint) as streams,
  cast(floor(sum(ms_played) / 60000) as bigint) as minutes
from (select user_id, mod(local_day + 3, 7) + 1 as weekday, streams, ms_played from user_days) as d
group by user_id, weekday
