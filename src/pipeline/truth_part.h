#pragma once

#include <cstdint>

#include "feed/manifest.h"
#include "feed/part_writer.h"
#include "pipeline/truth_rows.h"

namespace wrapfeed::pipeline {

// A part of each truth table: the truth of one range of users. One thread at a time.
class TruthPart {
 public:
  TruthPart(const feed::PartOptions& options, std::uint32_t part);

  void append(const TruthRows& rows);
  void finish(feed::FilesByTable& files);

 private:
  feed::PartWriter users_;
  feed::PartWriter sessions_;
  feed::PartWriter streams_;
  feed::PartWriter wrapped_;
};

}  // namespace wrapfeed::pipeline
