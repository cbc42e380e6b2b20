-- The forty cities of most users and the forty that are the Sound Town of most, each once.
with homes as (select country, city, count(*) as users from people group by all),
sounds as (
  select sound_country as country, sound_city as city, count(*) as users
  from people
  where sound_city is not null
  group by all),
shown as (
  (select country, city from homes order by users desc, country, city limit 40)
  union
  (select country, city from sounds order by users desc, country, city limit 40))
select coalesce(list({
  country: k.country, city: k.city, latitude: c.latitude, longitude: c.longitude, users: coalesce(h.users, 0),
  sound_town_of: coalesce(s.users, 0)}
  order by coalesce(h.users, 0) desc, coalesce(s.users, 0) desc, k.country, k.city), [])
from shown as k
join cities as c using (country, city)
left join homes as h using (country, city)
left join sounds as s using (country, city)
