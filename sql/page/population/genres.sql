-- The twelve genres of most streams. Ties: the name.
select coalesce(list({genre: genre, streams: streams, months: months[p.first_month:p.last_month]}
  order by streams desc, genre), [])
from (
  select genre, cast(streams as bigint) as streams, cast(list_value(*columns('^m[0-9]+$')) as bigint[]) as months
  from (
    select genre, sum(columns('(^streams|^m[0-9]+$)')) as '\1'
    from genre_plays
    where cell in (from chosen)
    group by genre) as s
  order by streams desc, genre
  limit 12) as g
cross join parameters as p
