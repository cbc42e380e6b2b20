-- What Wrapped looks at: ended streams and changes of the library, up to the window's last local day, private
-- sessions left out, offline ones in, whenever they arrived. Days and hours are the listener's own, by
-- utc_offset_minutes; a stream belongs to those of its ending event, which alone carries ms_played.
select
  a.user_id,
  a.event_id,
  a.event_type,
  a.source,
  a.ms_played,
  s.track,
  cast(floor(a.local_ms / 86400000) as int) as local_day,
  cast(floor(mod(a.local_ms, 86400000) / 3600000) as int) as local_hour
from (
  select
    user_id, event_id, event_type, source, ms_played, track_id,
    unix_millis(event_time) + utc_offset_minutes * 60000 as local_ms
  from events
  where not private_session
    and (ms_played is not null
      or event_type in ('like', 'unlike', 'playlist_create', 'playlist_add', 'playlist_remove', 'follow', 'unfollow'))
) as a
cross join parameters as p
left join songs as s on s.track_id = a.track_id
where a.local_ms < (p.last_day + 1) * cast(86400000 as bigint)
