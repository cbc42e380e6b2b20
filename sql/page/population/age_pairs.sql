-- Eligible users by age and listening age.
select coalesce(list({age: age, listening_age: listening_age, users: users} order by age, listening_age), [])
from (
  select age, listening_age, count(*) as users
  from people
  where listening_age is not null
  group by all) as a
