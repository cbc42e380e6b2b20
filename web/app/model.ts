// What the server answers: docs/api.md. `Wrapped` is schemas/wrapped.schema.json.

export interface Progress {
  ready: boolean;
  stage: string;  // what is being done, in a few words
  done: number;  // 0 to 1
}

export interface FeedFacts {
  version?: string;
  seed?: number | string;
  population?: string;
  users: number;
  streams?: number;
  minutes?: number;
  from?: string;
  to?: string;
  year: number;
  window: Span;
}

export interface Span {
  first: string;  // local days, both included
  last: string;
}

export interface Listener {
  user_id: number;
  username: string;
  name: string;
  country: string;  // ISO 3166-1 alpha-2
  city: string;
  birth_date?: string;
  minutes?: number;
  eligible?: boolean;
}

export interface Amount {
  streams: number;
  minutes: number;
}

export interface TopTrack extends Amount {
  track_id: string;
  name: string;
  artist_name: string;
}

export interface TopArtist extends Amount {
  artist_id: string;
  name: string;
}

export interface TopAlbum {
  album_name: string;
  artist_id: string;
  artist_name: string;
  streams: number;
  tracks_streamed: number;
  tracks: number;
  score: number;
}

export interface TopSong {
  track_id: string;
  name: string;
  streams: number;
  first_play: string;
  hundredth_play: string | null;
  best_day: string;
  best_day_streams: number;
}

export interface Fan {
  artist_id: string;
  name: string;
  rank: number;
  listeners: number;
  top_percent: number;
}

export interface Place {
  month: number;
  rank: number;
  artist_id: string;
  name: string;
  streams: number;
}

export interface Axes {
  exploration: number;
  variety: number;
  newness: number;
  uniqueness: number;
}

export interface Day extends Amount {
  date: string;
}

export interface Wrapped {
  user_id: number;
  year: number;
  eligible: boolean;
  minutes: number;
  streams: number;
  different_tracks: number;
  different_artists: number;
  different_genres: number;
  top_tracks: TopTrack[];
  top_artists: TopArtist[];
  top_albums: TopAlbum[];
  top_genre: string | null;
  top_genres: (Amount & { genre: string })[];
  top_artist_fan: Fan | null;
  top_song: TopSong | null;
  months: (Amount & { month: number })[];
  weekdays: (Amount & { weekday: number })[];
  hours: (Amount & { hour: number })[];
  night: { streams: number; share: number } | null;
  discoveries: { tracks: number; artists: number; new_releases: number };
  longest_streak_days: number;
  longest_streak_first: string | null;
  longest_streak_last: string | null;
  active_days: number;
  peak_day: Day | null;
  skips: { plays: number; skips: number; share: number } | null;
  library: { likes: number; playlists_made: number; playlist_additions: number; follows: number };
  decades: { decade: number; streams: number }[];
  release_spans: { first_year: number; streams: number }[];
  listening_age: number | null;
  listening_age_from: number | null;
  audio_day: { part: string; mood: string; streams: number }[];
  moods: { mood: string; streams: number }[];
  sprint: Place[];
  archive: (Day & { kind: string })[];
  sound_town: { country: string; city: string; artists: number; share: number } | null;
  axes: Axes | null;
  personality: { code: string; name: string } | null;
  character: string | null;
  club: { name: string; role: string } | null;
}

// Everything a run of stories needs, in one answer.
export interface Year {
  user: Listener;
  wrapped: Wrapped;
  window: Span;
  days: Day[];
  top_song_days: { date: string; streams: number }[];
  hours_by_weekday?: (Amount & { weekday: number; hour: number })[];
  discovery_months?: { month: number; tracks: number; artists: number; new_releases: number }[];
}
