-- The eligible users by the mood that they over-play most (the largest ratio of the user's to everybody's share of
-- streams; ties: the name), and where each stands among those of the same mood (share of them below): share of that
-- mood, share of new releases among the different tracks, additions to the library per play, mean release day (the
-- oldest highest).
select
  m.user_id, m.mood,
  percent_rank() over (partition by m.mood order by m.share) as devotion,
  percent_rank() over (partition by m.mood order by cast(d.new_releases as double) / cast(t.different_tracks as double))
    as scouting,
  percent_rank() over (partition by m.mood order by
    cast(h.likes + h.playlist_additions as double) / cast(h.plays as double)) as collecting,
  percent_rank() over (partition by m.mood order by r.mean_release_day desc) as remembering
from (
  select
    m.user_id, m.mood, cast(m.streams as double) / cast(t.streams as double) as share,
    row_number() over (
      partition by m.user_id
      order by cast(m.streams as double) / cast(t.streams as double) / e.share desc, m.mood) as place
  from moods as m
  join totals as t on t.user_id = m.user_id and t.eligible
  join (
    select mood, cast(streams as double) / cast(sum(streams) over () as double) as share
    from (select mood, sum(streams) as streams from user_moods group by mood) as x) as e on e.mood = m.mood) as m
join totals as t on t.user_id = m.user_id
join discoveries as d on d.user_id = m.user_id
join user_habits as h on h.user_id = m.user_id
join (
  select user_id, cast(sum(release_days) as double) / cast(sum(streams) as double) as mean_release_day
  from user_days
  group by user_id) as r on r.user_id = m.user_id
where m.place = 1
