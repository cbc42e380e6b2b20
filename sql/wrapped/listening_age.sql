-- The five years of release that the user over-played most against their age group (users born in the same five
-- years, the user included): the largest difference between the user's and the group's share of streams. Ties: the
-- later years. The age is that of somebody who was 16 when these years began. Idea: the service, 2025; the formula is
-- ours.
select
  user_id, cast(year - first_year + 16 as int) as listening_age, first_year as listening_age_from
from (
  select
    o.user_id, p.year, o.first_year,
    row_number() over (partition by o.user_id order by
      cast(o.streams as double) / cast(o.all_streams as double)
        - cast(g.streams as double) / cast(g.all_streams as double) desc,
      o.first_year desc) as place
  from (
    select
      r.user_id, r.first_year, r.streams, sum(r.streams) over (partition by r.user_id) as all_streams,
      cast(floor(extract(year from u.birth_date) / 5) as int) as cohort
    from release_spans as r
    join users as u on u.user_id = r.user_id) as o
  join (
    select cohort, first_year, sum(streams) as streams, sum(sum(streams)) over (partition by cohort) as all_streams
    from (
      select cast(floor(extract(year from u.birth_date) / 5) as int) as cohort, r.first_year, r.streams
      from release_spans as r
      join users as u on u.user_id = r.user_id) as c
    group by cohort, first_year) as g on g.cohort = o.cohort and g.first_year = o.first_year
  cross join parameters as p) as placed
where place = 1
