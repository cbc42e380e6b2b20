-- Minutes by local weekday (Monday first) and hour.
select list(hours order by weekday)
from (
  select weekday, list(minutes order by hour) as hours
  from (
    select w.weekday, h.hour, cast(coalesce(sum(c.ms_played), 0) // 60000 as bigint) as minutes
    from (select unnest(range(7)) as weekday) as w
    cross join (select unnest(range(24)) as hour) as h
    left join (select * from clock where cell in (from chosen)) as c on c.weekday = w.weekday and c.hour = h.hour
    group by all) as x
  group by weekday) as y
