-- The club of the mood that an eligible user over-plays most, and the role in it, the first that fits: Leader, of the
-- tenth with most of that mood; Scout, of the quarter that finds most new releases; Curator, of the quarter that adds
-- most to the library; Archivist, of the quarter with the oldest music; else Regular. Idea: the Clubs of 2025; moods
-- and roles are ours.
select
  user_id,
  case mood
    when 'tender' then 'Quiet Hours Club' when 'fierce' then 'Full Volume Club'
    when 'melancholic' then 'Rainy Window Club' when 'party' then 'Dance Floor Club'
    when 'cheerful' then 'Sunny Side Club' else 'Easy Ride Club'
  end as name,
  case
    when devotion >= 0.9 then 'Leader' when scouting >= 0.75 then 'Scout' when collecting >= 0.75 then 'Curator'
    when remembering >= 0.75 then 'Archivist' else 'Regular'
  end as role
from club_scores
