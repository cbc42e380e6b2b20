#pragma once

#include <cstdint>

namespace wrapfeed::random {

// What a draw is for. A draw is a function of (seed, purpose, user, index), so a new purpose shifts no other draw.
// Numbers are part of the product's bytes: never reuse or renumber one, only append.
enum class Purpose : std::uint16_t {
  // users (index: 0 unless said)
  UserCountry = 1,
  UserName = 2,
  UserAge = 3,
  UserPlan = 4,
  UserRegistration = 5,
  UserTaste = 6,
  UserTraits = 7,
  UserPlatforms = 8,
  UserTrips = 9,        // index: 0 the user's rate, else the year
  UserMembership = 10,  // index: presence, from registration on
  // catalog synthesis (the "user" slot holds the artist or track number)
  CatalogArtist = 100,
  CatalogAlbum = 101,
  CatalogTrack = 102,
  CatalogFeatures = 103,
  CatalogName = 104,
  CatalogId = 105,
  CatalogCollaboration = 106,
  CatalogFestive = 107,
  // k-means restarts (index: restart)
  ClusterStart = 150,
  // simulation
  History = 200,  // index: choice made before the first day
  Week = 201,     // index: week
  Day = 202,      // index: day
  Session = 203,  // index: session
  // 204 and 205 are retired
  PlayActions = 206,  // index: play
  Library = 207,      // index: play
  Obsession = 208,    // index: week
  Play = 209,         // index: play; what every play needs
  Hit = 210,          // the "user" slot holds the week, index: place in that week's list of viral tracks
  // 211 is retired
  Interruption = 212,  // index: play
  Seek = 213,          // index: play
  // 214 and 215 are retired
  PlannedSession = 216,  // index: session as the days plan them
  Discovery = 217,       // where SplitMix64 starts
  // formats
  SyncMarker = 300,  // the "user" slot holds a hash of the file's name
};

}  // namespace wrapfeed::random
