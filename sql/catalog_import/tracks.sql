-- tracks_csv -> tracks: the first row of each name, with typed values. Rows with a bad value go to faults and count
-- for nothing; rows without id, name or popularity are left out silently, but still take their name's place.
insert into faults
select 'tracks', row, fault
from (
  select row, case
    when not is_id(id) then fault('id', id, 'is not 22 characters of 0-9, A-Z, a-z')
    when not whole_within(popularity, 0, 100)
      then fault('popularity', popularity, 'is not a whole number from 0 to 100')
    when not whole_within(duration_ms, 1, 86400000)
      then fault('duration_ms', duration_ms, 'is not a whole number from 1 to 86400000')
    when not coalesce(is_true(explicit) or is_false(explicit), false)
      then fault('explicit', explicit, 'is not 0, 1, true or false')
    when python_list(artists) is null then fault('artists', artists, 'is not a list of names')
    when python_list(id_artists) is null or len(list_filter(python_list(id_artists), id -> not is_id(id))) > 0
      then fault('id_artists', id_artists, 'is not a list of ids of 22 characters of 0-9, A-Z, a-z')
    when not coalesce(release_day(release_date) between date '1900-01-01' and date '2199-12-31', false)
      then fault('release_date', release_date, 'is not a date YYYY, YYYY-MM or YYYY-MM-DD from 1900 to 2199')
    when not number_within(danceability, 0, 1) then fault('danceability', danceability, 'is not a number from 0 to 1')
    when not number_within(energy, 0, 1) then fault('energy', energy, 'is not a number from 0 to 1')
    when not whole_within(key, -1, 11) then fault('key', key, 'is not a whole number from -1 to 11')
    when not number_within(loudness, -100, 20) then fault('loudness', loudness, 'is not a number from -100 to 20')
    when not whole_within(mode, 0, 1) then fault('mode', mode, 'is not 0 or 1')
    when not number_within(speechiness, 0, 1) then fault('speechiness', speechiness, 'is not a number from 0 to 1')
    when not number_within(acousticness, 0, 1) then fault('acousticness', acousticness, 'is not a number from 0 to 1')
    when not number_within(instrumentalness, 0, 1)
      then fault('instrumentalness', instrumentalness, 'is not a number from 0 to 1')
    when not number_within(liveness, 0, 1) then fault('liveness', liveness, 'is not a number from 0 to 1')
    when not number_within(valence, 0, 1) then fault('valence', valence, 'is not a number from 0 to 1')
    when not number_within(tempo, 0, 1000) then fault('tempo', tempo, 'is not a number from 0 to 1000')
    when not whole_within(time_signature, 0, 16)
      then fault('time_signature', time_signature, 'is not a whole number from 0 to 16')
  end as fault
  from tracks_csv
  where id is not null and name is not null and popularity is not null)
where fault is not null;

insert into faults
select 'tracks', row, fault('id', id, 'is the id of an earlier row too')
from (
  select row, id, row_number() over (partition by id order by row) as occurrence
  from tracks_csv
  where id is not null and name is not null and popularity is not null
    and row not in (select row from faults where file = 'tracks'))
where occurrence > 1;

create table tracks as
select
  row,
  id,
  name,
  whole(popularity)::integer as popularity,
  whole(duration_ms)::integer as duration_ms,
  is_true(explicit) as explicit,
  artists,
  python_list(artists) as artist_names,
  python_list(id_artists) as artist_ids,
  release_day(release_date) as release_day,
  length(release_date) as release_date_length,
  danceability::float as danceability,
  energy::float as energy,
  whole(key)::integer as key,
  loudness::float as loudness,
  whole(mode)::integer as mode,
  speechiness::float as speechiness,
  acousticness::float as acousticness,
  instrumentalness::float as instrumentalness,
  liveness::float as liveness,
  valence::float as valence,
  tempo::float as tempo,
  whole(time_signature)::integer as time_signature
from tracks_csv
where row in (
    select min(row)
    from tracks_csv
    where name is not null and row not in (select row from faults where file = 'tracks')
    group by name)
  and id is not null and popularity is not null;
drop table tracks_csv;
