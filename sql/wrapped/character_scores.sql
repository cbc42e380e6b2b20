-- What makes each of the twelve characters, for every eligible user, as shares of their streams or plays (Mastermind:
-- the number of genres); `place` is the order of the characters.
select t.user_id, k.place, k.name,
  case k.place
    when 1 then cast(m.emotional as double) / cast(t.streams as double)
    when 2 then cast(m.upbeat as double) / cast(t.streams as double)
    when 3 then cast(g.streams as double) / cast(t.streams as double)
    when 4 then cast(t.different_genres as double)
    when 5 then cast(h.playlists_made + h.playlist_additions as double) / cast(h.plays as double)
    when 6 then cast(h.own_plays as double) / cast(h.plays as double)
    when 7 then cast(h.program_plays as double) / cast(h.plays as double)
    when 8 then 1 - cast(t.different_tracks as double) / cast(t.streams as double)
    when 9 then cast(t.different_artists as double) / cast(t.streams as double)
    when 10 then cast(h.skips as double) / cast(h.plays as double)
    when 11 then cast(h.album_plays as double) / cast(h.plays as double)
    else cast(a.streams as double) / cast(t.streams as double)
  end as score
from totals as t
join user_habits as h on h.user_id = t.user_id
join top_artists as a on a.user_id = t.user_id and a.place = 1
join top_genres as g on g.user_id = t.user_id and g.place = 1
join (
  select
    user_id, sum(case when mood in ('tender', 'melancholic') then streams else 0 end) as emotional,
    sum(case when mood in ('party', 'cheerful') then streams else 0 end) as upbeat
  from user_moods
  group by user_id) as m on m.user_id = t.user_id
cross join (values
  (1, 'Vampire'), (2, 'Luminary'), (3, 'Cyclops'), (4, 'Mastermind'), (5, 'Alchemist'), (6, 'Collector'),
  (7, 'Roboticist'), (8, 'Time Traveler'), (9, 'Shapeshifter'), (10, 'Hunter'), (11, 'Hypnotist'), (12, 'Fanatic'))
  as k(place, name)
where t.eligible
