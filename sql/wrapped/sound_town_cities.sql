-- For every user and city, the user's top artists who have a larger share of the streams of the city's other
-- listeners than of everybody's.
select
  c.user_id, c.country, c.city, c.artist, c.streams, c.all_streams
from (
  select
    t.user_id, a.country, a.city, t.artist,
    a.streams - case when own.country = a.country and own.city = a.city then mine.streams else 0 end as streams,
    b.streams - case when own.country = a.country and own.city = a.city then mine.all_streams else 0 end as all_streams
  from top_artists as t
  join users as own on own.user_id = t.user_id
  join (
    select user_id, artist, streams, sum(streams) over (partition by user_id) as all_streams
    from user_artists) as mine on mine.user_id = t.user_id and mine.artist = t.artist
  join (
    select u.country, u.city, x.artist, sum(x.streams) as streams
    from user_artists as x
    join users as u on u.user_id = x.user_id
    where x.artist in (select artist from top_artists)
    group by u.country, u.city, x.artist) as a on a.artist = t.artist
  join (
    select u.country, u.city, sum(x.streams) as streams
    from user_artists as x
    join users as u on u.user_id = x.user_id
    group by u.country, u.city) as b on b.country = a.country and b.city = a.city) as c
join (
  select artist, streams, sum(streams) over () as all_streams
  from (select artist, sum(streams) as streams from user_artists group by artist) as x) as e on e.artist = c.artist
where c.streams > 0
  and cast(c.streams as double) * cast(e.all_streams as double)
    > cast(e.streams as double) * cast(c.all_streams as double)
