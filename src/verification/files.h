#pragma once

#include <filesystem>

#include "avro/file_summary.h"
#include "feed/manifest.h"
#include "verification/findings.h"

namespace wrapfeed::verification {

// Holds the files of a feed folder against its manifest: there, listed, of the right size and checksum. Returns how
// many files were read.
std::int64_t check_files(const std::filesystem::path& feed, const feed::Manifest& manifest, Findings& findings);

// Holds what was read of a file against what the manifest says of its records.
void check_summary(const feed::FileEntry& file, const avro::FileSummary& read, Findings& findings);

}  // namespace wrapfeed::verification
