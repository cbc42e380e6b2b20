-- All joined rows in the order of the track file; artist columns are null where no artist was found.
select
  joined.id, joined.name, joined.popularity, joined.duration_ms, joined.explicit, joined.release_day,
  joined.release_date_length, joined.danceability, joined.energy, joined.loudness, joined.speechiness,
  joined.acousticness, joined.instrumentalness, joined.liveness, joined.valence, joined.tempo, joined.key, joined.mode,
  joined.time_signature, joined.album_name, joined.track_genre, matched.artist_id, others.ids as other_artist_ids,
  main.name as artist_name, main.popularity as artist_popularity, main.followers as artist_followers
from joined
left join matched using (row)
left join artists as main on main.id = matched.artist_id
left join (select row, string_agg(id, '' order by position) as ids from credits group by row) as others using (row)
order by joined.row;
