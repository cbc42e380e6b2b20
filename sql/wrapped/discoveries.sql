-- Tracks and artists that counted for the first time since the feed began, within the window, and how many of these
-- tracks had been out for at most 60 days then. A feed that begins on 1 January knows nothing of the year before.
select
  u.user_id, coalesce(t.tracks, 0) as tracks, coalesce(a.artists, 0) as artists,
  coalesce(t.new_releases, 0) as new_releases
from users as u
left join (
  select
    f.user_id, count(*) as tracks, count(case when f.first_day - s.release_day <= 60 then 1 end) as new_releases
  from first_plays as f
  cross join parameters as p
  join songs as s on s.track = f.track
  where f.first_day >= p.first_day
  group by f.user_id) as t on t.user_id = u.user_id
left join (
  select d.user_id, count(case when d.first_day >= p.first_day then 1 end) as artists
  from (
    select f.user_id, s.artist, min(f.first_day) as first_day
    from first_plays as f
    join songs as s on s.track = f.track
    group by f.user_id, s.artist) as d
  cross join parameters as p
  group by d.user_id) as a on a.user_id = u.user_id
