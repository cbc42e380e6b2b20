-- Tracks and artists that counted for the first time since the feed began, by month of the window.
select user_id, {tracks: months_of(month, tracks), artists: months_of(month, artists)} as value
from discovery_months
where user_id between $first and $last
group by user_id
