-- The first stream that counts.
select
  s.user_id,
  {date: cast(date_from_unix_date(s.local_day) as varchar), hour: s.local_hour, track_id: n.track_id, name: n.name,
   artist_name: n.artist_name} as value
from first_streams as s
join songs as n using (track)
where s.user_id between $first and $last
