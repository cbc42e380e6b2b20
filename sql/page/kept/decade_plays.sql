-- Streams by cell and the decade of the track's release.
select s.decade, t.cell, cast(sum(t.streams) as bigint) as streams
from results.track_plays as t
join (select track, release_year - mod(release_year, 10) as decade from songs) as s using (track)
group by all
