-- Listening by cell, local weekday and hour.
select u.cell, c.weekday, c.hour, cast(sum(c.ms_played) as bigint) as ms_played
from user_clock as c
join people as u using (user_id)
group by all
