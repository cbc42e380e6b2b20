-- Users by gender, most first.
select coalesce(list({gender: gender, users: users} order by users desc, gender), [])
from (select gender, count(*) as users from people group by gender) as g
