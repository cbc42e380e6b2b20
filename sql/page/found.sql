-- Of the people that the filters leave, those whom $words finds: an id, or part of a name or username, without case and
-- accents. That very id first, then what begins with it, then words that do, then the rest; each by id.
with found as (
  select *,
    case
      when cast(user_id as varchar) = w.words then 0
      when starts_with(plain_name, w.words) or starts_with(plain_username, w.words) then 1
      when contains(plain_name, ' ' || w.words) then 2
      else 3
    end as rank
  from people
  cross join (select strip_accents(lower($words)) as words) as w
  where w.words = '' or cast(user_id as varchar) = w.words or contains(plain_name, w.words)
    or contains(plain_username, w.words))
select {
  total: (select count(*) from found),
  users: (
    select coalesce(list($card order by rank, user_id), [])
    from (select * from found order by rank, user_id limit $limit offset $offset) as f)}
