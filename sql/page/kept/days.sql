-- Listening by cell and local day.
select
  u.cell, d.local_day, cast(sum(d.ms_played) as bigint) as ms_played, cast(sum(d.streams) as bigint) as streams,
  count(*) as listeners
from user_days as d
join people as u using (user_id)
group by all
