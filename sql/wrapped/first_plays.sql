-- The local day on which each track first counted for each user, since the feed began: days before the window too.
select user_id, track, min(local_day) as first_day
from activity
where ms_played >= 30000
group by user_id, track
