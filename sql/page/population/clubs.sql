-- The six clubs, with their roles.
select list({name: c.name, users: coalesce(p.users, 0), roles: {
  Leader: coalesce(p.leaders, 0), Scout: coalesce(p.scouts, 0), Curator: coalesce(p.curators, 0),
  Archivist: coalesce(p.archivists, 0), Regular: coalesce(p.regulars, 0)}} order by coalesce(p.users, 0) desc, c.name)
from (select unnest([
  'Quiet Hours Club', 'Full Volume Club', 'Rainy Window Club', 'Dance Floor Club', 'Sunny Side Club',
  'Easy Ride Club']) as name) as c
left join (
  select
    club as name, count(*) as users, count(*) filter (role = 'Leader') as leaders,
    count(*) filter (role = 'Scout') as scouts, count(*) filter (role = 'Curator') as curators,
    count(*) filter (role = 'Archivist') as archivists, count(*) filter (role = 'Regular') as regulars
  from people
  group by club) as p using (name)
