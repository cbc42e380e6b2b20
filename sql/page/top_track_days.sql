-- The days of each user's top tracks.
select s.user_id, t.place, s.track, s.local_day, count(*) as streams
from streams as s
join top_tracks as t on t.user_id = s.user_id and t.track = s.track
group by all
