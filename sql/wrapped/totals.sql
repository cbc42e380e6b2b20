-- Every user of the feed, with or without a stream. Eligible: at least 30 different tracks and 5 different artists.
-- Minutes are whole and rounded down.
select
  u.user_id,
  p.year,
  coalesce(t.tracks, 0) >= 30 and coalesce(a.artists, 0) >= 5 as eligible,
  cast(floor(coalesce(t.ms_played, 0) / 60000) as bigint) as minutes,
  coalesce(t.streams, 0) as streams,
  coalesce(t.tracks, 0) as different_tracks,
  coalesce(a.artists, 0) as different_artists,
  coalesce(g.genres, 0) as different_genres
from users as u
cross join parameters as p
left join (
  select
    user_id, count(*) as tracks, cast(sum(streams) as bigint) as streams, cast(sum(ms_played) as bigint) as ms_played
  from user_tracks
  group by user_id) as t on t.user_id = u.user_id
left join (select user_id, count(*) as artists from user_artists group by user_id) as a on a.user_id = u.user_id
left join (select user_id, count(*) as genres from user_genres group by user_id) as g on g.user_id = u.user_id
