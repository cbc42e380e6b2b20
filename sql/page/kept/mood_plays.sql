-- Streams by cell, mood and part of the day, as user_moods has them.
select u.cell, m.mood, m.part, cast(sum(m.streams) as bigint) as streams
from user_moods as m
join people as u using (user_id)
group by all
