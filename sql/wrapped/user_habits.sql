-- What each user did in the window, counted: ended streams of any length by where they came from, skips, and changes of
-- the library.
select
  a.user_id,
  count(a.ms_played) as plays,
  count(case when a.kind = 1 then 1 end) as skips,
  count(case when a.ms_played is not null and a.origin = 1 then 1 end) as own_plays,
  count(case when a.ms_played is not null and a.origin = 2 then 1 end) as program_plays,
  count(case when a.ms_played is not null and a.origin = 3 then 1 end) as album_plays,
  count(case when a.kind = 2 then 1 end) as likes,
  count(case when a.kind = 3 then 1 end) as playlists_made,
  count(case when a.kind = 4 then 1 end) as playlist_additions,
  count(case when a.kind = 5 then 1 end) as follows
from activity as a
cross join parameters as p
where a.local_day >= p.first_day
group by a.user_id
