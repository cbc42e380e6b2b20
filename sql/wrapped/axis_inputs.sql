-- What the axes are counted from: different artists of each week (Monday to Sunday), added up over the weeks;
-- different tracks of each day, added up over the days; the popularity of the primary artist of each different track,
-- added up.
select w.user_id, w.artist_weeks, d.track_days, q.popularity
from (
  select user_id, count(*) as artist_weeks
  from (select distinct user_id, artist, cast(floor((local_day + 3) / 7) as int) as week from streams) as x
  group by user_id) as w
join (
  select user_id, count(*) as track_days
  from (select distinct user_id, track, local_day from streams) as x
  group by user_id) as d on d.user_id = w.user_id
join (
  select t.user_id, sum(cast(s.artist_popularity as bigint)) as popularity
  from user_tracks as t
  join songs as s on s.track = t.track
  group by t.user_id) as q on q.user_id = w.user_id
