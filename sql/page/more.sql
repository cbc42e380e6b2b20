-- What a user's page shows beside Wrapped, for the users $first to $last: one object each, of the pieces more_*.
select
  u.user_id,
  to_json({
    calendar: a.value, clock: k.value, first_stream: f.value, top_tracks: coalesce(t.value, []),
    top_artists: coalesce(r.value, []), genres: coalesce(g.value, []),
    discoveries: coalesce(d.value, {tracks: no_months(), artists: no_months()}),
    listening_age: coalesce(l.value, {age: u.age, spans: []}), personality: p.value, club: c.value,
    character: h.value, sound_town: w.value, standing: x.value, average: v.value}) as body
from people as u
join more_calendar as a using (user_id)
join more_clock as k using (user_id)
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
where u.user_id between $first and $last
order by u.user_id
