-- artists_csv -> artists, with typed values; followers and popularity that are not known count as 0. Artists without
-- an id or a name are left out silently.
insert into faults
select 'artists', row, fault
from (
  select row, case
    when not is_id(id) then fault('id', id, 'is not 22 characters of 0-9, A-Z, a-z')
    when not whole_within(coalesce(followers, '0'), 0, 1000000000000)
      then fault('followers', followers, 'is not a whole number from 0 to 1000000000000')
    when not whole_within(coalesce(popularity, '0'), 0, 100)
      then fault('popularity', popularity, 'is not a whole number from 0 to 100')
    when python_list(coalesce(genres, '[]')) is null then fault('genres', genres, 'is not a list of names')
  end as fault
  from artists_csv
  where id is not null and name is not null)
where fault is not null;

insert into faults
select 'artists', row, fault('id', id, 'is the id of an earlier row too')
from (
  select row, id, row_number() over (partition by id order by row) as occurrence
  from artists_csv
  where id is not null and name is not null and row not in (select row from faults where file = 'artists'))
where occurrence > 1;

create table artists as
select
  id,
  name,
  whole(coalesce(followers, '0')) as followers,
  whole(coalesce(popularity, '0'))::integer as popularity,
  coalesce(genres, '[]') as genres
from artists_csv
where id is not null and name is not null and row not in (select row from faults where file = 'artists');
drop table artists_csv;

-- Of several artists of one name: the most followed, then the most popular, then the smallest id.
create table artist_of_name as
select name, first(id order by followers desc, popularity desc, id) as id
from artists
group by name;
