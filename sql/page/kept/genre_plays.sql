-- The same by the genre of the track.
select s.genre, t.cell, cast(sum(columns('(^streams|^m[0-9]+$)')) as bigint) as '\1'
from results.track_plays as t
join (select track, genre from songs) as s using (track)
group by all
order by s.genre
