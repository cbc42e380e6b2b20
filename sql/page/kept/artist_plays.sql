-- The same by primary artist, with the users who streamed them.
select p.*, l.listeners
from (
  select s.artist, t.cell, cast(sum(columns('(^streams|^m[0-9]+$)')) as integer) as '\1'
  from results.track_plays as t
  join (select track, artist from songs) as s using (track)
  group by all) as p
join (
  select a.artist, u.cell, cast(count(*) as integer) as listeners
  from user_artists as a
  join people as u using (user_id)
  group by all) as l using (artist, cell)
order by p.artist, p.cell
