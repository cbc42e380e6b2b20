-- Those of the same Listening Personality.
select user_id, {users: users, share: users / (sum(1) over ())} as value
from (select user_id, count(*) over (partition by code) as users from personality) as p
