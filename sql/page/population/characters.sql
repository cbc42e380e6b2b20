-- The twelve characters.
select list({name: c.name, users: coalesce(p.users, 0)} order by coalesce(p.users, 0) desc, c.name)
from (select unnest([
  'Vampire', 'Luminary', 'Cyclops', 'Mastermind', 'Alchemist', 'Collector', 'Roboticist', 'Time Traveler',
  'Shapeshifter', 'Hunter', 'Hypnotist', 'Fanatic']) as name) as c
left join (select character as name, count(*) as users from people group by all) as p using (name)
