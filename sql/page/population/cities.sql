-- The forty cities of most users, and whose Sound Town each is.
select coalesce(list({
  country: u.country, city: u.city, latitude: c.latitude, longitude: c.longitude, users: u.users,
  sound_town_of: coalesce(s.users, 0)} order by u.users desc, u.country, u.city), [])
from (
  select country, city, count(*) as users
  from people
  group by all
  order by users desc, country, city
  limit 40) as u
join cities as c using (country, city)
left join (
  select sound_country as country, sound_city as city, count(*) as users
  from people
  group by all) as s using (country, city)
