-- The same by primary artist, who has all the credit.
select
  t.user_id, s.artist, cast(sum(t.streams) as bigint) as streams, cast(sum(t.ms_played) as bigint) as ms_played,
  min(t.first_day) as first_day, max(t.last_day) as last_day
from user_tracks as t
join songs as s on s.track = t.track
group by t.user_id, s.artist
