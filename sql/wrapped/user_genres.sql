-- The same by the genre of the track.
select
  t.user_id, s.genre, cast(sum(t.streams) as bigint) as streams, cast(sum(t.ms_played) as bigint) as ms_played
from user_tracks as t
join songs as s on s.track = t.track
group by t.user_id, s.genre
