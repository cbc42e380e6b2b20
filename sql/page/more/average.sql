-- The mean of everybody with a stream, rounded down.
select
  u.user_id,
  {minutes: a.minutes, streams: a.streams, different_tracks: a.different_tracks, different_artists: a.different_artists,
   longest_streak_days: a.longest_streak_days} as value
from people as u
cross join (
  select
    cast(floor(avg(t.minutes)) as bigint) as minutes, cast(floor(avg(t.streams)) as bigint) as streams,
    cast(floor(avg(t.different_tracks)) as bigint) as different_tracks,
    cast(floor(avg(t.different_artists)) as bigint) as different_artists,
    cast(floor(avg(s.longest_streak_days)) as bigint) as longest_streak_days
  from totals as t
  join streaks as s using (user_id)
  where t.streams > 0) as a
