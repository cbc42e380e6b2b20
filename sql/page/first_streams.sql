-- The first stream of each user that counts.
select
  user_id, min_by(track, event_id) as track, min_by(local_day, event_id) as local_day,
  min_by(local_hour, event_id) as local_hour
from streams
group by user_id
