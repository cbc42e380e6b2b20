-- The first of the top genres by itself.
select user_id, genre as top_genre from top_genres where place = 1
