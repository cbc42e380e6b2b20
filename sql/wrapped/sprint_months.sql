-- Streams of each user's top five artists by local month.
select user_id, artist, month, count(*) as streams
from (
  select
    s.user_id, s.artist, cast(extract(month from date_from_unix_date(s.local_day)) as int) as month
  from streams as s
  join top_artists as t on t.user_id = s.user_id and t.artist = s.artist) as m
group by user_id, artist, month
