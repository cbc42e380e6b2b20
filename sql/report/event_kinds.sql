-- How many events there are of each kind; reason and source are empty where the event has none.
select event_type, coalesce(reason, '') as reason, coalesce(source, '') as source, platform, shuffle, count(*) as events
from events
group by all
order by all;
