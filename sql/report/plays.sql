-- One row a stream that ended, by user, then time (event_id rises with time within a user). Streams that are still open
-- when the feed ends have no ending event, which alone carries ms_played, and are left out.
select e.user_id, epoch_ms(e.event_time) as ended, e.utc_offset_minutes, e.ms_played, t.track
from events as e
join tracks as t using (track_id)
where e.ms_played is not null
order by e.user_id, e.event_id;
