#include "pipeline/single_step.h"

#include <utility>

#include "avro/encode.h"
#include "avro/tables.h"
#include "feed/catalog_tables.h"
#include "pipeline/edge_users.h"
#include "pipeline/interrupted.h"

namespace wrapfeed::pipeline {

void SingleStep::run(std::size_t, Worker& worker) {
  if (is_of_edge_users(job_, run_.options.feed)) {
    files_ = write_edge_users(run_, job_, worker.parts(output_), worker.truth_parts(output_));
  } else {
    files_[std::string(job_.table)] = {write(worker.parts(output_))};
  }
}

feed::FileEntry SingleStep::write(const feed::PartOptions& parts) const {
  if (job_.table == "track") return feed::write_tracks(parts, run_.catalog, job_.range);
  if (job_.table == "artist") return feed::write_artists(parts, run_.catalog, job_.range);
  return write_users(parts);
}

feed::FileEntry SingleStep::write_users(const feed::PartOptions& parts) const {
  feed::PartWriter part(parts, feed::part_path("user", job_.range.part, feed::Format::Avro),
                        avro::user_table().schema_json);
  for (std::int64_t user = job_.range.first; user < job_.range.last; ++user) {
    check_stop(run_.stop);
    avro::encode(run_.population.profile(user).row, part.buffer());
    part.end_record();
  }
  return part.finish();
}

FinishedJob SingleStep::finish(Worker& worker) {
  std::vector<feed::FileEntry>& files = files_[std::string(job_.table)];
  worker.convert(files, output_);
  if (job_.table == "event") {
    for (const feed::FileEntry& file : files) run_.counters.bytes += file.bytes;
  }
  return {job_, std::move(output_.pending), std::move(files_)};
}

}  // namespace wrapfeed::pipeline
