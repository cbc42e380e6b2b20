-- The eight genres of most streams, month by month. Ties as in top_genres: more milliseconds, then the name.
select
  user_id,
  list({genre: genre, streams: streams, minutes: cast(floor(ms_played / 60000) as bigint), months: months}
    order by place) as value
from (
  select
    user_id, genre, cast(sum(streams) as bigint) as streams, sum(ms_played) as ms_played,
    months_of(month, streams) as months,
    row_number() over (partition by user_id order by sum(streams) desc, sum(ms_played) desc, genre) as place
  from genre_months
  where user_id between $first and $last
  group by user_id, genre) as p
where place <= 8
group by user_id
