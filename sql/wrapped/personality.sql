-- The Listening Personality (2022): of each axis the half in which the user stands, 0.5 belonging to the upper one:
-- E explores or F stays with the familiar; N new or T timeless; V varied or L loyal; U unique or C common.
select
  user_id, code,
  case code
    when 'ENVU' then 'Adventurer' when 'ENVC' then 'Early Adopter' when 'ENLU' then 'Nomad' when 'ENLC' then 'Voyager'
    when 'ETVU' then 'Time Traveler' when 'ETVC' then 'Musicologist' when 'ETLU' then 'Maverick'
    when 'ETLC' then 'Top Charter' when 'FNVU' then 'Specialist' when 'FNVC' then 'Fan Clubber'
    when 'FNLU' then 'Devotee' when 'FNLC' then 'Enthusiast' when 'FTVU' then 'Deep Diver' when 'FTVC' then 'Jukeboxer'
    when 'FTLU' then 'Replayer' else 'Connoisseur'
  end as name
from (
  select
    user_id,
    concat(
      case when exploration >= 0.5 then 'E' else 'F' end, case when newness >= 0.5 then 'N' else 'T' end,
      case when variety >= 0.5 then 'V' else 'L' end, case when uniqueness >= 0.5 then 'U' else 'C' end) as code
  from axes) as c
