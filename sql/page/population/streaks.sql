-- Longest streaks of those who listened, in days.
select {
  mean: cast(floor(avg(longest_streak_days)) as bigint), median: quantile_disc(longest_streak_days, 0.5),
  longest: max(longest_streak_days)}
from people
where streams > 0
