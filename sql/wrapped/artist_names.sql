-- Artists by number.
select artist, max(artist_id) as artist_id, max(artist_name) as name, max(artist_popularity) as popularity
from songs
group by artist
