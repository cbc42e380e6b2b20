-- Likes given, playlists made and filled, artists followed in the window, whatever was undone later.
select
  u.user_id, coalesce(h.likes, 0) as likes, coalesce(h.playlists_made, 0) as playlists_made,
  coalesce(h.playlist_additions, 0) as playlist_additions, coalesce(h.follows, 0) as follows
from users as u
left join user_habits as h on h.user_id = u.user_id
