#pragma once

#include "pipeline/plan.h"
#include "pipeline/truth_part.h"
#include "pipeline/worker.h"

namespace wrapfeed::pipeline {

// The users of --edge-cases have parts of their own behind everybody else's, so that no other file changes.
bool is_of_edge_users(const Job& job, const feed::FeedOptions& options);

// The files of such a job: their rows of the table user, or their events and the truth of them.
feed::FilesByTable write_edge_users(const Run& run, const Job& job, const feed::PartOptions& parts,
                                    const feed::PartOptions& truth_parts);

}  // namespace wrapfeed::pipeline
