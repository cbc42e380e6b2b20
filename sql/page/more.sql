-- What a user's page shows beside Wrapped, for the users $first to $last: one object each, of the pieces more_*.
with these as (select user_id from people where user_id between $first and $last),
calendar as (
  select user_id, list(minutes order by day) as minutes, list(streams order by day) as streams
  from (
    select s.user_id, d.day, coalesce(u.ms_played // 60000, 0) as minutes, coalesce(u.streams, 0) as streams
    from these as s
    cross join (select unnest(range(first_day, last_day + 1)) as day from parameters) as d
    left join user_days as u on u.user_id = s.user_id and u.local_day = d.day) as x
  group by user_id),
clock as (
  select user_id, list(hours order by weekday) as value
  from (
    select s.user_id, w.weekday, list(coalesce(c.ms_played // 60000, 0) order by h.hour) as hours
    from these as s
    cross join (select unnest(range(7)) as weekday) as w
    cross join (select unnest(range(24)) as hour) as h
    left join user_clock as c on c.user_id = s.user_id and c.weekday = w.weekday and c.hour = h.hour
    group by all) as x
  group by user_id)
select
  s.user_id,
  to_json({
    calendar: {first: (select cast(date_from_unix_date(first_day) as varchar) from parameters),
               minutes: a.minutes, streams: a.streams},
    clock: k.value, first_stream: f.value, top_tracks: coalesce(t.value, []), top_artists: coalesce(r.value, []),
    genres: coalesce(g.value, []), discoveries: coalesce(d.value, {tracks: no_months(), artists: no_months()}),
    listening_age: coalesce(l.value, {age: u.age, spans: []}), personality: p.value, club: c.value,
    character: h.value, sound_town: w.value, standing: x.value, average: v.value}) as body
from these as s
join people as u using (user_id)
join calendar as a using (user_id)
join clock as k using (user_id)
left join more_first_stream as f using (user_id)
left join more_top_tracks as t using (user_id)
left join more_top_artists as r using (user_id)
left join more_genres as g using (user_id)
left join more_discoveries as d using (user_id)
left join more_listening_age as l using (user_id)
left join more_personality as p using (user_id)
left join more_club as c using (user_id)
left join more_character as h using (user_id)
left join more_sound_town as w using (user_id)
left join more_standing as x using (user_id)
left join more_average as v using (user_id)
order by s.user_id
