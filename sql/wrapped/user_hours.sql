-- The same by local hour of the day.
select user_id, local_hour, count(*) as streams, sum(cast(ms_played as bigint)) as ms_played
from streams
group by user_id, local_hour
