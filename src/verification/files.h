#pragma once

#include <filesystem>

#include "feed/manifest.h"
#include "verification/findings.h"

namespace wrapfeed::verification {

// Holds the files of a feed folder against its manifest: there, listed, of the right size and checksum. Returns how
// many files were read.
std::int64_t check_files(const std::filesystem::path& feed, const feed::Manifest& manifest, Findings& findings);

}  // namespace wrapfeed::verification
