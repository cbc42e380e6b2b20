-- A row a user: what is searched, counted and shown beside a name.
select
  u.user_id, u.username, u.name, cast(u.gender as varchar) as gender, u.birth_date, u.age, u.age_band, u.country,
  u.city, u.latitude, u.longitude, u.time_zone, cast(u.plan as varchar) as plan, u.registered_at, u.favorite_genre,
  u.cell,
  strip_accents(lower(u.name)) as plain_name, strip_accents(lower(u.username)) as plain_username,
  t.eligible, t.minutes, t.streams, t.different_tracks, t.different_artists, s.longest_streak_days,
  p.code, p.name as personality, x.exploration, x.variety, x.newness, x.uniqueness, h.character,
  c.name as club, c.role, case when t.eligible then l.listening_age end as listening_age,
  w.country as sound_country, w.city as sound_city, a.name as top_artist
from people as u
join totals as t using (user_id)
join streaks as s using (user_id)
left join personality as p using (user_id)
left join axes as x using (user_id)
left join character as h using (user_id)
left join club as c using (user_id)
left join listening_age as l using (user_id)
left join sound_town as w using (user_id)
left join top_artists as a on a.user_id = u.user_id and a.place = 1
order by u.user_id
