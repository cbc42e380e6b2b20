-- Those of the same club.
select user_id, {users: users, share: users / (sum(1) over ())} as value
from (select user_id, count(*) over (partition by name) as users from club) as c
