#include "pipeline/encode_truth.h"

#include "avro/appender.h"
#include "users/axes.h"

namespace wrapfeed::pipeline {

namespace {

using avro::Appender;

// An enumerator's symbol stands one behind "unknown".
template <typename Enum>
void known_symbol(Enum value, Appender& out) {
  out.symbol(static_cast<unsigned>(value) + 1);
}

void encode_axes(const users::Axes& axes, Appender& out) {
  out.real(axes.exploration);
  out.real(axes.variety);
  out.real(axes.newness);
  out.real(axes.uniqueness);
}

}  // namespace

void encode_truth(std::int64_t user, const users::Traits& traits, avro::Bytes& bytes, std::string_view edge_case) {
  Appender out(bytes);
  out.number(user);
  known_symbol(traits.population, out);
  for (const double score : traits.scores) out.real(score);
  out.real(traits.mainstream);
  out.real(traits.freshness);
  out.array(traits.hours, [&out](double hour) { out.real(hour); });
  out.real(traits.shuffle_share);
  out.real(traits.like_rate);
  out.real(traits.pause_share);
  out.real(traits.playlist_rate);
  out.real(traits.offline_share);
  out.real(traits.private_share);
  out.real(traits.collection_share);
  encode_axes(users::axes_of(traits), out);
  if (edge_case.empty()) return out.null();
  out.branch(1);
  out.text(edge_case);
}

void encode_truth(std::int64_t user, const simulation::SessionTruth& session, avro::Bytes& bytes) {
  Appender out(bytes);
  out.number(session.session_id);
  out.number(user);
  known_symbol(session.intent, out);
  out.symbol(session.context);
  out.number(session.local_begin);
  out.number(session.planned_end);
  out.real(session.intensity);
}

void encode_truth(std::int64_t user, const simulation::StreamTruth& stream, avro::Bytes& bytes) {
  Appender out(bytes);
  out.number(stream.stream_id);
  out.number(stream.session_id);
  out.number(user);
  known_symbol(stream.cause, out);
  if (stream.distance < 0) {
    out.null();
  } else {
    out.branch(1);
    out.number(stream.distance);
  }
  out.number(stream.plays_before);
  out.number(stream.place);
  known_symbol(stream.state, out);
  out.number(stream.local_start);
}

}  // namespace wrapfeed::pipeline
