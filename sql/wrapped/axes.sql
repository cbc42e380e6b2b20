-- Where an eligible user stands among all eligible ones on the four axes of the Listening Personality (2022): the
-- share of them below, 0 to 1; equal values stand equal. The service published what an axis is about, the measures
-- are ours, chosen for what listeners mean to do and the volume of listening does not change: exploration: different
-- artists in a week, per stream (one artist all year is the most familiar); variety: different tracks in a day, per
-- stream (the same tracks on repeat are the least varied); newness: of the tracks that were new to the user, those
-- out for at most 60 days; uniqueness: the mean popularity of the different tracks' artists, the lowest first.
select
  t.user_id,
  percent_rank() over (order by cast(i.artist_weeks as double) / cast(t.streams as double)) as exploration,
  percent_rank() over (order by cast(i.track_days as double) / cast(t.streams as double)) as variety,
  percent_rank() over (order by
    case when d.tracks = 0 then cast(0 as double) else cast(d.new_releases as double) / cast(d.tracks as double) end)
    as newness,
  percent_rank() over (order by cast(i.popularity as double) / cast(t.different_tracks as double) desc) as uniqueness
from totals as t
join axis_inputs as i on i.user_id = t.user_id
join discoveries as d on d.user_id = t.user_id
where t.eligible
