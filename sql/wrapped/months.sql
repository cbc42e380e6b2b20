-- Listening by local month, 1 = January; months without a stream have no row.
select
  user_id, month as place, month, cast(sum(streams) as bigint) as streams,
  cast(floor(sum(ms_played) / 60000) as bigint) as minutes
from (
  select user_id, cast(extract(month from date_from_unix_date(local_day)) as int) as month, streams, ms_played
  from user_days) as d
group by user_id, month
