-- Listening by local hour, 0 to 23, in which the streams ended; hours without a stream have no row.
select
  user_id, local_hour as place, local_hour as hour, streams, cast(floor(ms_played / 60000) as bigint) as minutes
from user_hours
