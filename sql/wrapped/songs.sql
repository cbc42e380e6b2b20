-- Tracks as the other queries see them: a small number instead of 22 characters. Numbers of tracks and artists rise
-- with their ids, so a tie broken by the smaller number is broken by the smaller id. One artist's tracks of one album
-- name and release date are an album. The first mood that fits holds; the features' meanings are those of the table
-- track.
select
  cast(row_number() over (order by track_id) as int) as track,
  track_id,
  name,
  cast(dense_rank() over (order by artist_id) as int) as artist,
  artist_id,
  artist_name,
  cast(dense_rank() over (order by artist_id, album_name, release_date) as int) as album,
  album_name,
  track_genre as genre,
  unix_date(release_date) as release_day,
  cast(extract(year from release_date) as int) as release_year,
  artist_popularity,
  case
    when cast(acousticness as double) >= 0.6 and cast(energy as double) < 0.5 then 'tender'
    when cast(valence as double) < 0.35 and cast(energy as double) >= 0.5 then 'fierce'
    when cast(valence as double) < 0.35 then 'melancholic'
    when cast(danceability as double) >= 0.65 and cast(energy as double) >= 0.65 then 'party'
    when cast(valence as double) >= 0.6 then 'cheerful'
    else 'easy'
  end as mood
from tracks
