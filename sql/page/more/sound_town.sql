-- Where the Sound Town lies and how many users live there.
select s.user_id, {latitude: c.latitude, longitude: c.longitude, users: c.users} as value
from sound_town as s
join (
  select country, city, min(latitude) as latitude, min(longitude) as longitude, count(*) as users
  from people
  group by all) as c using (country, city)
