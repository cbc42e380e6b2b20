-- Streams that count: 30,000 ms or more played, within the window, both days included. Rule: more than 30 s counts as
-- a listen; which side exactly 30,000 ms lies on differs from client to client, here it counts.
select a.user_id, a.event_id, a.track, a.artist, a.local_day, a.local_hour, a.ms_played
from activity as a
cross join parameters as p
where a.ms_played >= 30000 and a.local_day >= p.first_day and a.track is not null
