-- What the listening age is read from: the user's shares of streams by five years of release beside those of everybody
-- born in the same five years.
with peers as (
  select cohort, first_year, streams, sum(streams) over (partition by cohort) as all_streams
  from (
    select year(u.birth_date) // 5 as cohort, r.first_year, sum(r.streams) as streams
    from release_spans as r
    join people as u using (user_id)
    group by all) as c)
select
  u.user_id,
  {age: any_value(u.age),
   spans: list({first_year: p.first_year, share: coalesce(r.streams, 0) / t.streams,
                peers_share: p.streams / p.all_streams} order by p.first_year)} as value
from people as u
join totals as t on t.user_id = u.user_id and t.streams > 0
join peers as p on p.cohort = year(u.birth_date) // 5
left join release_spans as r on r.user_id = u.user_id and r.first_year = p.first_year
where u.user_id between $first and $last
group by u.user_id
