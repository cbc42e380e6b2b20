-- What to call a track.
select track, track_id, name, artist, artist_id, artist_name, genre
from songs
order by track
