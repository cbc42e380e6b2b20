-- Listening by the genre of the track and local month.
select
  s.user_id, n.genre, cast(month(date_from_unix_date(s.local_day)) as tinyint) as month, count(*) as streams,
  cast(sum(s.ms_played) as bigint) as ms_played
from streams as s
join songs as n using (track)
group by all
