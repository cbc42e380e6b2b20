-- By local month.
select {minutes: list(minutes order by month), streams: list(streams order by month)}
from (
  select
    m.month, cast(coalesce(sum(x.ms_played), 0) // 60000 as bigint) as minutes,
    cast(coalesce(sum(x.streams), 0) as bigint) as streams
  from (select unnest(range(first_month, last_month + 1)) as month from parameters) as m
  left join (
    select month(date_from_unix_date(local_day)) as month, ms_played, streams
    from days
    where cell in (from chosen)) as x using (month)
  group by m.month) as y
