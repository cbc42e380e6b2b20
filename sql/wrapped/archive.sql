-- Days to remember, each kind at most once, in this order. Ties: the earlier day. biggest: most listened
-- milliseconds, then streams. discovery: most tracks counted for the first time. top_artist, top_genre: most streams
-- of that one. nostalgic: the earliest mean release day of the day's streams, of days of ten streams or more.
-- unusual: most streams of artists who were streamed on that day alone. birthday, new_year: those dates, if anything
-- was streamed. Idea: the Archive of 2025.
select d.user_id, k.place, k.kind, date_from_unix_date(d.local_day) as date, d.streams,
  cast(floor(d.ms_played / 60000) as bigint) as minutes
from archive_days as k
join user_days as d on d.user_id = k.user_id and d.local_day = k.local_day
