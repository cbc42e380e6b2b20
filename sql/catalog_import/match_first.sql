-- The first artist of the track's lists: by id, then by name.
create table matched as
select joined.row, coalesce(artists.id, artist_of_name.id) as artist_id
from joined
left join artists on artists.id = joined.artist_ids[1]
left join artist_of_name on artist_of_name.name = joined.artist_names[1]
where coalesce(artists.id, artist_of_name.id) is not null;
