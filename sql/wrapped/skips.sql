-- Streams that ended by a skip, of all streams that ended in the window, whatever their length.
select user_id, plays, skips, cast(skips as double) / cast(plays as double) as share
from user_habits
where plays > 0
