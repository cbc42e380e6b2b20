-- The city whose listeners over-play the user's top artists: of each city the other listeners' streams, in which at
-- least three of the user's top five artists have a larger share than among everybody; of such cities the one where
-- these artists have the largest share. Ties: more streams of theirs, then the names of country and city. Idea: Sound
-- Town of 2023; the formula is ours.
select user_id, country, city, cast(artists as int) as artists, share
from (
  select
    user_id, country, city, count(*) as artists,
    cast(sum(streams) as double) / cast(max(all_streams) as double) as share,
    row_number() over (partition by user_id order by
      cast(sum(streams) as double) / cast(max(all_streams) as double) desc, sum(streams) desc, country, city) as place
  from sound_town_cities
  group by user_id, country, city
  having count(*) >= 3) as c
where place = 1
