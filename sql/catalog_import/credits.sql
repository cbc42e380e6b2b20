-- The other artists of a matched track that the artist file has, in the order of the track's list. A credited artist
-- of the matched one's name is the same credit under another id, not a second artist.
create table credits as
select row, id, min(position) as position
from (
  select joined.row, unnest(joined.artist_ids) as id, generate_subscripts(joined.artist_ids, 1) as position
  from joined
  semi join matched on matched.row = joined.row) as listed
join artists using (id)
join matched using (row)
join artists as main on main.id = matched.artist_id
where artists.name <> main.name
group by row, id;
