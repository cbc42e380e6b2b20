-- The artist whose name is the track's whole artist text without its outer brackets and any
-- single quote. (Names such as [Alexandros] keep their own brackets.)
create table matched as
select joined.row, artist_of_name.id as artist_id
from joined
join artist_of_name on artist_of_name.name = replace(joined.artists[2:-2], '''', '');
