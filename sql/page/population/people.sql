-- Up to 400 of the eligible, drawn evenly and always the same ones.
select coalesce(list({
  user_id: user_id, name: name, code: code,
  axes: {exploration: exploration, variety: variety, newness: newness, uniqueness: uniqueness}} order by user_id), [])
from (
  select *
  from people
  where code is not null
  order by hash(user_id), user_id
  limit 400) as p
