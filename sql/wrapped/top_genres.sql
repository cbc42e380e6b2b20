-- The five genres of most streams. Ties: more listened milliseconds, then the name.
select user_id, place, genre, streams, cast(floor(ms_played / 60000) as bigint) as minutes
from (
  select
    user_id, genre, streams, ms_played,
    row_number() over (partition by user_id order by streams desc, ms_played desc, genre) as place
  from user_genres) as r
where place <= 5
