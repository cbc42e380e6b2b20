-- The longest run of local days with a stream each, within the window, and how many days had one at all. Ties: the
-- earlier run.
select
  u.user_id, coalesce(s.days, 0) as longest_streak_days, date_from_unix_date(s.first_day) as longest_streak_first,
  date_from_unix_date(s.last_day) as longest_streak_last, coalesce(s.active_days, 0) as active_days
from users as u
left join (
  select
    user_id, cast(days as int) as days, first_day, last_day,
    cast(sum(days) over (partition by user_id) as int) as active_days,
    row_number() over (partition by user_id order by days desc, first_day) as place
  from (
    select user_id, min(local_day) as first_day, max(local_day) as last_day, count(*) as days
    from (
      select user_id, local_day, local_day - row_number() over (partition by user_id order by local_day) as run
      from user_days) as numbered
    group by user_id, run) as runs) as s on s.user_id = u.user_id and s.place = 1
