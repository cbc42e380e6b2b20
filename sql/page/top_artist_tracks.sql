-- How many tracks of each user's top artists were streamed, and since when.
select t.user_id, t.artist, count(*) as tracks, min(x.first_day) as first_day
from user_tracks as x
join songs as s using (track)
join top_artists as t on t.user_id = x.user_id and t.artist = s.artist
group by all
