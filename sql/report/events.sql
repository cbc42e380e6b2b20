-- The feed's events and tracks by name; {event} and {track} are their folders.
create view events as from read_avro({event});
create view track_rows as from read_avro({track});
