-- What each user did in the window, counted: ended streams of any length by where they came from, skips, and changes
-- of the library.
select
  a.user_id,
  count(a.ms_played) as plays,
  count(case when a.event_type = 'skip' then 1 end) as skips,
  count(case when a.ms_played is not null and a.source in ('liked_songs', 'playlist') then 1 end) as own_plays,
  count(case when a.ms_played is not null and a.source in ('radio', 'editorial', 'personalised', 'charts') then 1 end)
    as program_plays,
  count(case when a.ms_played is not null and a.source = 'album' then 1 end) as album_plays,
  count(case when a.event_type = 'like' then 1 end) as likes,
  count(case when a.event_type = 'playlist_create' then 1 end) as playlists_made,
  count(case when a.event_type = 'playlist_add' then 1 end) as playlist_additions,
  count(case when a.event_type = 'follow' then 1 end) as follows
from activity as a
cross join parameters as p
where a.local_day >= p.first_day
group by a.user_id
