-- Users by country, most first.
select coalesce(list({country: country, users: users, minutes: minutes} order by users desc, country), [])
from (
  select country, count(*) as users, cast(sum(minutes) as bigint) as minutes
  from people
  group by country) as c
