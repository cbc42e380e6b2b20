-- Those of the same character.
select user_id, {users: users, share: users / (sum(1) over ())} as value
from (select user_id, count(*) over (partition by character) as users from character) as c
