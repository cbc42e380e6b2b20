-- The same by local day, with the sum of the tracks' release days.
select
  t.user_id, t.local_day, count(*) as streams, sum(cast(t.ms_played as bigint)) as ms_played,
  sum(cast(s.release_day as bigint)) as release_days
from streams as t
join songs as s on s.track = t.track
group by t.user_id, t.local_day
