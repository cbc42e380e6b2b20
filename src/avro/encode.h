#pragma once

#include <span>

#include "avro/codec.h"
#include "events/event.h"
#include "events/id.h"
#include "events/track.h"
#include "events/user.h"

namespace wrapfeed::avro {

// Appends one record's Avro binary encoding, fields in the order of the .avsc (a test decodes each by its schema).
void encode(const events::User& user, Bytes& out);
void encode(const events::Track& track, Bytes& out);
void encode(const events::Artist& artist, Bytes& out);

// Events hold track and artist numbers; the encoder turns them into ids of the catalog it was given (spans must
// outlive it). noexcept but for memory.
class EventEncoder {
 public:
  EventEncoder(std::span<const events::Id> track_ids, std::span<const events::Id> artist_ids)
      : track_ids_(track_ids), artist_ids_(artist_ids) {}
  void encode(const events::Event& event, Bytes& out) const;

 private:
  std::span<const events::Id> track_ids_;
  std::span<const events::Id> artist_ids_;
};

}  // namespace wrapfeed::avro
