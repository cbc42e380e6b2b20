-- Share of the other users with less.
select
  t.user_id,
  {minutes: percent_rank() over (order by t.minutes), streams: percent_rank() over (order by t.streams),
   different_tracks: percent_rank() over (order by t.different_tracks),
   different_artists: percent_rank() over (order by t.different_artists),
   longest_streak_days: percent_rank() over (order by s.longest_streak_days)} as value
from totals as t
join streaks as s using (user_id)
