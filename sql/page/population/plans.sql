-- Users by plan.
select coalesce(list({plan: plan, users: users}
  order by list_position(['free', 'premium', 'student', 'family', 'duo', 'unknown'], plan)), [])
from (select plan, count(*) as users from people group by plan) as p
