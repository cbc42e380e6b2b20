-- The five best albums of at least four tracks, of which more than half were streamed (2025: the majority). Score =
-- streams * evenness, evenness = (streams^2 / sum of each track's streams^2) / tracks of the album, which is 1 where
-- all its tracks were streamed equally often; the service publishes no formula. Ties: more streams, more
-- milliseconds, then the smaller artist id, album name and release date.
select
  r.user_id, r.place, r.album_name, n.artist_id, n.name as artist_name,
  cast(r.streams as bigint) as streams, r.tracks_streamed,
  r.tracks, r.score
from (
  select
    h.user_id, a.album_name, a.artist, h.streams, h.tracks_streamed, a.tracks,
    h.streams * h.streams * h.streams / (h.squares * a.tracks) as score,
    row_number() over (
      partition by h.user_id
      order by
        h.streams * h.streams * h.streams / (h.squares * a.tracks) desc, h.streams desc, h.ms_played desc, h.album
    ) as place
  from (
    select
      t.user_id, s.album, count(*) as tracks_streamed, cast(sum(t.streams) as double) as streams,
      cast(sum(t.ms_played) as bigint) as ms_played, cast(sum(t.streams * t.streams) as double) as squares
    from user_tracks as t
    join songs as s on s.track = t.track
    group by t.user_id, s.album) as h
  join (
    select album, min(artist) as artist, min(album_name) as album_name, count(*) as tracks
    from songs
    group by album
    having count(*) >= 4) as a on a.album = h.album
  where h.tracks_streamed * 2 > a.tracks) as r
join artist_names as n on n.artist = r.artist
where r.place <= 5
