-- Tracks that have a genre: the inner join on the exact name.
create table joined as
select tracks.*, genres.album_name, genres.track_genre
from tracks
join genres on genres.track_name = tracks.name;
