-- The ten tracks of most streams. Ties: the smaller id.
with top as (
  select track, sum(streams) as streams
  from track_plays
  where cell in (from chosen)
  group by track
  order by streams desc, track
  limit 10)
select coalesce(list({
  track_id: n.track_id, name: n.name, artist_id: n.artist_id, artist_name: n.artist_name, genre: n.genre,
  streams: cast(t.streams as bigint),
  everyone_streams: (select cast(sum(a.streams) as bigint) from track_plays as a where a.track = t.track),
  months: m.months[p.first_month:p.last_month]}
  order by t.streams desc, t.track), [])
from top as t
join tracks as n using (track)
join (
  select track, cast(list_value(*columns('^m[0-9]+$')) as bigint[]) as months
  from (
    select track, sum(columns('(^m[0-9]+$)')) as '\1'
    from track_plays
    where cell in (from chosen) and track in (select track from top)
    group by track) as s) as m using (track)
cross join parameters as p
