-- Where the user stands among all who streamed their top artist in the window, by listened milliseconds: rank 1
-- listened most, listeners of the same milliseconds share a rank. top_percent = 100 * rank / listeners ("top 0.5 % of
-- fans").
select
  t.user_id, n.artist_id, n.name, r.rank, r.listeners,
  cast(100 * r.rank as double) / cast(r.listeners as double) as top_percent
from top_artists as t
join (
  select
    user_id, artist, rank() over (partition by artist order by ms_played desc) as rank,
    count(*) over (partition by artist) as listeners
  from user_artists
  where artist in (select artist from top_artists where place = 1)) as r
  on r.user_id = t.user_id and r.artist = t.artist
join artist_names as n on n.artist = t.artist
where t.place = 1
