-- By local day.
select {
  first: cast(date_from_unix_date(min(day)) as varchar), minutes: list(minutes order by day),
  streams: list(streams order by day), listeners: list(listeners order by day)}
from (
  select
    d.day, cast(coalesce(sum(x.ms_played), 0) // 60000 as bigint) as minutes,
    cast(coalesce(sum(x.streams), 0) as bigint) as streams, cast(coalesce(sum(x.listeners), 0) as bigint) as listeners
  from (select unnest(range(first_day, last_day + 1)) as day from parameters) as d
  left join (select * from days where cell in (from chosen)) as x on x.local_day = d.day
  group by d.day) as y
