-- The story of the top track: its first and its hundredth stream in the window (null if there were fewer) and the day
-- of most streams. Ties between days: more listened milliseconds, then the earlier day. The story is that of 2020.
select
  f.user_id, f.track_id, f.name, f.streams,
  date_from_unix_date(f.first_day) as first_play,
  date_from_unix_date(f.hundredth_day) as hundredth_play,
  date_from_unix_date(d.local_day) as best_day,
  d.streams as best_day_streams
from (
  select
    user_id, track_id, max(name) as name, count(*) as streams,
    min(local_day) as first_day, max(case when play = 100 then local_day end) as hundredth_day
  from (
    select
      t.user_id, t.track_id, t.name, s.local_day,
      row_number() over (partition by s.user_id order by s.event_id) as play
    from streams as s
    join top_tracks as t on t.user_id = s.user_id and t.track = s.track and t.place = 1) as plays
  group by user_id, track_id) as f
join (
  select
    s.user_id, s.local_day, count(*) as streams,
    row_number() over (partition by s.user_id
      order by count(*) desc, sum(cast(s.ms_played as bigint)) desc, s.local_day) as place
  from streams as s
  join top_tracks as t on t.user_id = s.user_id and t.track = s.track and t.place = 1
  group by s.user_id, s.local_day) as d on d.user_id = f.user_id and d.place = 1
