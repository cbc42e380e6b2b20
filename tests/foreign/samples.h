#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "avro/bytes.h"

// Records of the four tables and of the truth's three, with values at the edges, each encoded and, told apart from the
// encoder, as the JSON that a reader must find: enums by symbol, instants and dates as their numbers.
namespace wrapfeed::foreign {

struct Sample {
  avro::Bytes record;
  nlohmann::ordered_json expected;
};

std::vector<Sample> user_samples(int rows);
std::vector<Sample> track_samples(int rows);
std::vector<Sample> artist_samples(int rows);
std::vector<Sample> event_samples(int rows);
std::vector<Sample> truth_user_samples(int rows);
std::vector<Sample> truth_session_samples(int rows);
std::vector<Sample> truth_stream_samples(int rows);

}  // namespace wrapfeed::foreign
