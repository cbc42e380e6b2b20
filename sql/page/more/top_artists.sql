-- The top artists, month by month.
select
  t.user_id,
  list({artist_id: t.artist_id, name: t.name, tracks: u.tracks,
        first_play: cast(date_from_unix_date(u.first_day) as varchar), months: m.months} order by t.place) as value
from top_artists as t
join top_artist_tracks as u on u.user_id = t.user_id and u.artist = t.artist
join (
  select user_id, artist, months_of(month, streams) as months
  from sprint_months
  where user_id between $first and $last
  group by all) as m on m.user_id = t.user_id and m.artist = t.artist
where t.user_id between $first and $last
group by t.user_id
