-- Every artist that a track of the catalog names.
select id, name, followers, popularity, genres
from artists
where id in (select artist_id from matched union select id from credits)
order by id;
