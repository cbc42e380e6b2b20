-- The local day of most listened milliseconds. Ties: more streams, then the earlier day.
select
  user_id, date_from_unix_date(local_day) as date, cast(floor(ms_played / 60000) as bigint) as minutes, streams
from (
  select
    user_id, local_day, ms_played, streams,
    row_number() over (partition by user_id order by ms_played desc, streams desc, local_day) as place
  from user_days) as d
where place = 1
