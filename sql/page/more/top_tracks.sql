-- The top tracks, day by day and month by month.
select
  d.user_id,
  list({track_id: n.track_id, name: n.name, artist_id: n.artist_id, artist_name: n.artist_name,
        album_name: n.album_name, genre: n.genre, mood: n.mood,
        release_date: cast(date_from_unix_date(n.release_day) as varchar), duration_ms: k.duration_ms,
        first_play: d.first_play, last_play: d.last_play, days: d.days, months: d.months} order by d.place) as value
from (
  select
    user_id, place, track, cast(min(date) as varchar) as first_play, cast(max(date) as varchar) as last_play,
    list({date: cast(date as varchar), streams: streams} order by date) as days,
    months_of(month(date), streams) as months
  from (
    select user_id, place, track, streams, date_from_unix_date(local_day) as date
    from top_track_days
    where user_id between $first and $last) as x
  group by all) as d
join songs as n using (track)
join lengths as k using (track_id)
group by d.user_id
