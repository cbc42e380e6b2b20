// What the server answers: docs/api.md. `Wrapped` is schemas/wrapped.schema.json.

export interface Progress {
  state: "preparing" | "ready" | "failed" | "missing";
  stage: string | null;
  step: string | null;  // what is being done, in a few words
  share: number;  // of all the work, 0 to 1
  error: string | null;
}

export interface Span {
  first: string;  // local days, both included
  last: string;
  days: number;
  months: number[];
}

export interface FeedFacts {
  id: string;
  name: string;
  version: string;
  seed: string;
  population: string;
  from: string;
  to: string;
  year: number;
  window: Span;
  users: number;
  tracks: number;
  artists: number;
  events: number;
}

export interface Found {
  user_id: number;
  username: string;
  name: string;
  age: number;
  country: string;  // ISO 3166-1 alpha-2
  city: string;
  plan: string;
  eligible: boolean;
  minutes: number;
  personality: { code: string; name: string } | null;
  top_artist: string | null;
}

export interface Profile {
  user_id: number;
  username: string;
  name: string;
  birth_date: string;
  age: number;
  age_band: string;
  country: string;
  city: string;
  latitude: number;
  longitude: number;
  plan: string;
  favorite_genre: string;
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

export interface Peers {
  users: number;
  share: number;  // of the eligible users
}

export interface TrackLife {
  track_id: string;
  name: string;
  artist_name: string;
  album_name: string;
  genre: string;
  mood: string;
  release_date: string;
  duration_ms: number;
  first_play: string;
  last_play: string;
  days: { date: string; streams: number }[];
  months: number[];
}

export interface ArtistYear {
  artist_id: string;
  name: string;
  tracks: number;
  first_play: string;
  months: number[];
}

export interface Measures {
  minutes: number;
  streams: number;
  different_tracks: number;
  different_artists: number;
  longest_streak_days: number;
}

// A list named `months` has one number for each month of the window.
export interface More {
  calendar: { first: string; minutes: number[]; streams: number[] };
  clock: number[][];  // minutes by weekday, Monday first, and hour
  first_stream: { date: string; hour: number; name: string; artist_name: string } | null;
  top_tracks: TrackLife[];
  top_artists: ArtistYear[];
  genres: (Amount & { genre: string; months: number[] })[];
  discoveries: { tracks: number[]; artists: number[] };
  listening_age: { age: number; spans: { first_year: number; share: number; peers_share: number }[] };
  personality: Peers | null;
  club: Peers | null;
  character: Peers | null;
  sound_town: { latitude: number; longitude: number; users: number } | null;
  standing: Measures;  // shares of the users with less
  average: Measures;
}

// Everything a run of stories needs, in one answer.
export interface Year {
  profile: Profile;
  wrapped: Wrapped;
  more: More;
}
