-- Tracks and artists that counted for the first time since the feed began, by month of the window.
select
  user_id, month(date_from_unix_date(first_day)) as month, cast(sum(tracks) as bigint) as tracks,
  cast(sum(artists) as bigint) as artists
from (
  select user_id, first_day, 1 as tracks, 0 as artists from first_plays
  union all
  select f.user_id, min(f.first_day) as first_day, 0 as tracks, 1 as artists
  from first_plays as f
  join songs as s using (track)
  group by f.user_id, s.artist) as d
where first_day >= (select first_day from parameters)
group by all
