-- Streams that ended from midnight to before six, local time, and their share of all streams.
select
  user_id, cast(sum(case when local_hour < 6 then streams else 0 end) as bigint) as streams,
  cast(sum(case when local_hour < 6 then streams else 0 end) as double) / cast(sum(streams) as double) as share
from user_hours
group by user_id
