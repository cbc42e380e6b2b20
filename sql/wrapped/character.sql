-- Me in 2023: a Fanatic streams the top artist more than a third of the time. Everybody else is the character for
-- which they stand highest among the eligible users (share of them below). Ties: the order of the characters. Vampire
-- emotional music, Luminary upbeat, Cyclops one genre, Mastermind many, Alchemist makes playlists, Collector plays
-- own ones, Roboticist lets the service play, Time Traveler repeats, Shapeshifter hops artists, Hunter skips,
-- Hypnotist plays albums.
select user_id, name as character
from (
  select
    user_id, name,
    row_number() over (
      partition by user_id
      order by case when place = 12 and score * 3 > 1 then 0 else 1 end, standing desc, place) as choice
  from (
    select
      user_id, place, name, score, percent_rank() over (partition by place order by score) as standing
    from character_scores) as s) as c
where choice = 1
