-- The ten primary artists of most streams. Ties: the smaller id.
with top as (
  select artist, sum(streams) as streams
  from artist_plays
  where cell in (from chosen)
  group by artist
  order by streams desc, artist
  limit 10)
select coalesce(list({
  artist_id: n.artist_id, name: n.name, genre: n.genre, streams: cast(t.streams as bigint),
  everyone_streams: (select cast(sum(a.streams) as bigint) from artist_plays as a where a.artist = t.artist),
  listeners: m.listeners, months: m.months[p.first_month:p.last_month]} order by t.streams desc, t.artist), [])
from top as t
join artists as n using (artist)
join (
  select artist, cast(listeners as bigint) as listeners, cast(list_value(*columns('^m[0-9]+$')) as bigint[]) as months
  from (
    select artist, sum(listeners) as listeners, sum(columns('(^m[0-9]+$)')) as '\1'
    from artist_plays
    where cell in (from chosen) and artist in (select artist from top)
    group by artist) as s) as m using (artist)
cross join parameters as p
