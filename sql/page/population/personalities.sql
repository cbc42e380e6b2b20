-- The sixteen Listening Personalities.
select list({
  code: c.code, name: c.name, users: coalesce(p.users, 0),
  share: coalesce(p.users, 0) / (select nullif(count(*), 0) from people where eligible), axes: p.axes} order by c.place)
from (values
  (1, 'ENVU', 'Adventurer'), (2, 'ENVC', 'Early Adopter'), (3, 'ENLU', 'Nomad'), (4, 'ENLC', 'Voyager'),
  (5, 'ETVU', 'Time Traveler'), (6, 'ETVC', 'Musicologist'), (7, 'ETLU', 'Maverick'), (8, 'ETLC', 'Top Charter'),
  (9, 'FNVU', 'Specialist'), (10, 'FNVC', 'Fan Clubber'), (11, 'FNLU', 'Devotee'), (12, 'FNLC', 'Enthusiast'),
  (13, 'FTVU', 'Deep Diver'), (14, 'FTVC', 'Jukeboxer'), (15, 'FTLU', 'Replayer'), (16, 'FTLC', 'Connoisseur'))
  as c(place, code, name)
left join (
  select code, count(*) as users,
    {exploration: avg(exploration), variety: avg(variety), newness: avg(newness), uniqueness: avg(uniqueness)} as axes
  from people
  where code is not null
  group by code) as p using (code)
