-- The first stream that counts.
select
  s.user_id,
  {date: cast(date_from_unix_date(s.local_day) as varchar), hour: s.local_hour, track_id: n.track_id, name: n.name,
   artist_name: n.artist_name} as value
from (
  select user_id, min_by(track, event_id) as track, min_by(local_day, event_id) as local_day,
    min_by(local_hour, event_id) as local_hour
  from streams
  group by user_id) as s
join songs as n using (track)
