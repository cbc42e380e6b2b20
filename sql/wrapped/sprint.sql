-- The race of the five top artists: streams of each from the window's start to the end of every month that had any
-- stream of theirs, the leader first. Ties: the place in the top five. Idea: the top-artist sprint of 2025.
select
  user_id, month * 10 + rank as place, month, rank, artist_id, name, streams
from (
  select
    m.user_id, m.month, t.artist_id, t.name, coalesce(sum(c.streams), 0) as streams,
    cast(row_number() over (
      partition by m.user_id, m.month
      order by coalesce(sum(c.streams), 0) desc, t.place) as int) as rank
  from (select distinct user_id, month from sprint_months) as m
  join top_artists as t on t.user_id = m.user_id
  left join sprint_months as c on c.user_id = m.user_id and c.artist = t.artist and c.month <= m.month
  group by m.user_id, m.month, t.place, t.artist_id, t.name) as race
