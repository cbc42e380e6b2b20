-- The streams of one user that ended, whatever their length, private ones too, in the order in which they ended: the
-- start is that of the play (null where the feed begins in the middle of the stream), all else that of the ending event.
create table mine as
select event_id, event_type, stream_id, event_time, ms_played, track_id, reason, platform, country, shuffle, offline,
       private_session
from events
where user_id = (select user_id from parameters) and (event_type = 'play' or ms_played is not null);

select e.event_time as ended, b.event_time as began, e.ms_played, t.track_id, t.name, t.artist_name, t.album_name,
       coalesce(b.reason, 'unknown') as reason_start, coalesce(e.reason, 'unknown') as reason_end, e.platform, e.country,
       e.shuffle, e.offline, e.private_session
from mine as e
left join mine as b on b.event_id = e.stream_id and b.event_type = 'play'
join tracks as t on t.track_id = e.track_id
where e.ms_played is not null
order by e.event_id;
