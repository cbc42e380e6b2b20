-- genres_csv -> genres: the first row of each track name. A track without an album is a single, named like it.
insert into faults
select 'genres', row, fault('track_genre', track_genre, 'is missing')
from genres_csv
where track_name is not null and track_genre is null;

create table genres as
select track_name, coalesce(album_name, track_name) as album_name, track_genre
from genres_csv
where row in (
  select min(row)
  from genres_csv
  where track_name is not null and track_genre is not null
  group by track_name);
drop table genres_csv;
