-- Eligible users by listening age.
select coalesce(list({listening_age: listening_age, users: users} order by listening_age), [])
from (
  select listening_age, count(*) as users
  from people
  where listening_age is not null
  group by listening_age) as a
