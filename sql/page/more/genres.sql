-- The eight genres of most streams, month by month. Ties as in top_genres: more milliseconds, then the name.
select
  user_id,
  list({genre: genre, streams: streams, minutes: cast(floor(ms_played / 60000) as bigint), months: months}
    order by place) as value
from (
  select
    user_id, genre, sum(streams) as streams, sum(ms_played) as ms_played, months_of(month, streams) as months,
    row_number() over (partition by user_id order by sum(streams) desc, sum(ms_played) desc, genre) as place
  from (
    select
      s.user_id, n.genre, month(date_from_unix_date(s.local_day)) as month, count(*) as streams,
      sum(s.ms_played) as ms_played
    from streams as s
    join songs as n using (track)
    group by all) as g
  group by user_id, genre) as p
where place <= 8
group by user_id
