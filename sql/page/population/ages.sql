-- Users by age.
select coalesce(list({age: age, users: users} order by age), [])
from (select age, count(*) as users from people group by age) as a
