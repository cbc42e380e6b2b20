-- The row of the table user, and the age.
select {
  user_id: user_id, username: username, name: name, gender: gender, birth_date: cast(birth_date as varchar), age: age,
  age_band: age_band, country: country, city: city, latitude: latitude, longitude: longitude, time_zone: time_zone,
  plan: plan, registered_at: strftime(registered_at, '%Y-%m-%dT%H:%M:%S.%g') || 'Z', favorite_genre: favorite_genre}
from users
where user_id = $user
