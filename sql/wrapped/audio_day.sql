-- The mood of most streams in each part of the day. Ties: the name. Idea: the Audio Day of 2022; moods are ours.
select
  user_id, part as place,
  case part when 1 then 'morning' when 2 then 'midday' when 3 then 'evening' else 'night' end as part,
  mood, streams
from (
  select
    user_id, part, mood, streams,
    row_number() over (partition by user_id, part order by streams desc, mood) as place
  from user_moods) as m
where place = 1
