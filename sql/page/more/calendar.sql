-- Listening on every day of the window.
select
  user_id,
  {first: (select cast(date_from_unix_date(first_day) as varchar) from parameters),
   minutes: list(minutes order by day), streams: list(streams order by day)} as value
from (
  select u.user_id, d.day, coalesce(x.ms_played // 60000, 0) as minutes, coalesce(x.streams, 0) as streams
  from people as u
  cross join (select unnest(range(first_day, last_day + 1)) as day from parameters) as d
  left join (select * from user_days where user_id between $first and $last) as x
    on x.user_id = u.user_id and x.local_day = d.day
  where u.user_id between $first and $last) as y
group by user_id
