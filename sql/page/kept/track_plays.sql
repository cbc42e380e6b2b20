-- Streams of each track by cell and local month; the rows of a track lie together.
select
  track, cell, cast(count(*) as integer) as streams,
  cast(count(*) filter (month = 1) as integer) as m1, cast(count(*) filter (month = 2) as integer) as m2,
  cast(count(*) filter (month = 3) as integer) as m3, cast(count(*) filter (month = 4) as integer) as m4,
  cast(count(*) filter (month = 5) as integer) as m5, cast(count(*) filter (month = 6) as integer) as m6,
  cast(count(*) filter (month = 7) as integer) as m7, cast(count(*) filter (month = 8) as integer) as m8,
  cast(count(*) filter (month = 9) as integer) as m9, cast(count(*) filter (month = 10) as integer) as m10,
  cast(count(*) filter (month = 11) as integer) as m11, cast(count(*) filter (month = 12) as integer) as m12
from (
  select s.track, u.cell, month(date_from_unix_date(s.local_day)) as month
  from streams as s
  join people as u using (user_id)) as p
group by track, cell
order by track, cell
