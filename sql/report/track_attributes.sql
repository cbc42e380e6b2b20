-- Artist and length of every track, in the order of the tracks' numbers.
select artist, duration_ms from tracks order by track;
