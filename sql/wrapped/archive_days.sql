-- The local days that archive.sql tells of; the rules and ties stand there.
select user_id, 1 as place, 'biggest' as kind, local_day
from (
  select
    user_id, local_day,
    row_number() over (partition by user_id order by ms_played desc, streams desc, local_day) as rank
  from user_days) as d
where rank = 1
union all
select user_id, 2 as place, 'discovery' as kind, local_day
from (
  select
    f.user_id, f.first_day as local_day,
    row_number() over (partition by f.user_id order by count(*) desc, f.first_day) as rank
  from first_plays as f
  cross join parameters as p
  where f.first_day >= p.first_day
  group by f.user_id, f.first_day) as d
where rank = 1
union all
select user_id, 3 as place, 'top_artist' as kind, local_day
from (
  select
    s.user_id, s.local_day,
    row_number() over (partition by s.user_id order by count(*) desc, s.local_day) as rank
  from streams as s
  join top_artists as t on t.user_id = s.user_id and t.artist = s.artist and t.place = 1
  group by s.user_id, s.local_day) as d
where rank = 1
union all
select user_id, 4 as place, 'top_genre' as kind, local_day
from (
  select
    s.user_id, s.local_day,
    row_number() over (partition by s.user_id order by count(*) desc, s.local_day) as rank
  from streams as s
  join songs as n on n.track = s.track
  join top_genre as t on t.user_id = s.user_id and t.top_genre = n.genre
  group by s.user_id, s.local_day) as d
where rank = 1
union all
select user_id, 5 as place, 'nostalgic' as kind, local_day
from (
  select
    user_id, local_day,
    row_number() over (
      partition by user_id
      order by cast(release_days as double) / cast(streams as double), local_day) as rank
  from user_days
  where streams >= 10) as d
where rank = 1
union all
select user_id, 6 as place, 'unusual' as kind, local_day
from (
  select
    user_id, first_day as local_day,
    row_number() over (partition by user_id order by sum(streams) desc, first_day) as rank
  from user_artists
  where first_day = last_day
  group by user_id, first_day) as d
where rank = 1
union all
select d.user_id, 7 as place, 'birthday' as kind, d.local_day
from user_days as d
join users as u on u.user_id = d.user_id
where extract(month from date_from_unix_date(d.local_day)) = extract(month from u.birth_date)
  and extract(day from date_from_unix_date(d.local_day)) = extract(day from u.birth_date)
union all
select user_id, 8 as place, 'new_year' as kind, local_day
from user_days
where extract(month from date_from_unix_date(local_day)) = 1 and extract(day from date_from_unix_date(local_day)) = 1
