-- Minutes by local weekday (Monday first) and hour.
select user_id, list(hours order by weekday) as value
from (
  select u.user_id, w.weekday, list(coalesce(c.ms_played // 60000, 0) order by h.hour) as hours
  from people as u
  cross join (select unnest(range(7)) as weekday) as w
  cross join (select unnest(range(24)) as hour) as h
  left join (select * from user_clock where user_id between $first and $last) as c
    on c.user_id = u.user_id and c.weekday = w.weekday and c.hour = h.hour
  where u.user_id between $first and $last
  group by all) as x
group by user_id
