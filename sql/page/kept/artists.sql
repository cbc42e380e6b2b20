-- What to call an artist; the genre is that of most of their tracks. Ties: the name.
select
  artist, any_value(artist_id) as artist_id, any_value(artist_name) as name, first(genre order by tracks desc, genre)
    as genre
from (
  select artist, artist_id, artist_name, genre, count(*) as tracks
  from songs
  group by all) as g
group by artist
order by artist
