-- How many they are and what they heard; these fields stand in the answer itself.
select {
  users: count(*), listeners: count(*) filter (streams > 0), eligible: count(*) filter (eligible),
  minutes: cast(coalesce((select sum(ms_played) from clock where cell in (from chosen)), 0) // 60000 as bigint),
  streams: cast(coalesce(sum(streams), 0) as bigint)}
from people
