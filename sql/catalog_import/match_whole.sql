-- The artist whose name is the track's whole artist text without brackets and single quotes.
create table matched as
select joined.row, artist_of_name.id as artist_id
from joined
join artist_of_name on artist_of_name.name = translate(joined.artists, '[]''', '');
