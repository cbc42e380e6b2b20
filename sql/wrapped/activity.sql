-- What Wrapped looks at: ended streams and changes of the library, up to the window's last local day, private sessions
-- left out, offline ones in, whenever they arrived. Days and hours are the listener's own, by utc_offset_minutes; a
-- stream belongs to those of its ending event, which alone carries ms_played. In numbers, which are smaller than words:
-- kind 0 is a stream that ended, 1 one that was skipped, 2 like, 3 playlist made, 4 addition to one, 5 follow; origin 1
-- is the user's own collection, 2 a program of the service, 3 an album, 0 anything else.
select
  a.user_id,
  a.event_id,
  a.kind,
  a.origin,
  a.ms_played,
  s.track,
  s.artist,
  cast(floor(a.local_ms / 86400000) as int) as local_day,
  cast(floor(mod(a.local_ms, 86400000) / 3600000) as int) as local_hour
from (
  select
    user_id, event_id, ms_played, track_id,
    unix_millis(event_time) + utc_offset_minutes * 60000 as local_ms,
    case event_type
      when 'skip' then 1 when 'like' then 2 when 'playlist_create' then 3 when 'playlist_add' then 4
      when 'follow' then 5 else 0
    end as kind,
    case
      when source in ('liked_songs', 'playlist') then 1
      when source in ('radio', 'editorial', 'personalised', 'charts') then 2
      when source = 'album' then 3
      else 0
    end as origin
  from events
  where not private_session
    and (ms_played is not null or event_type in ('like', 'playlist_create', 'playlist_add', 'follow'))
) as a
cross join parameters as p
left join songs as s on s.track_id = a.track_id
where a.local_ms < (p.last_day + 1) * cast(86400000 as bigint)
