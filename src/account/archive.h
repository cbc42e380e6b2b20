#pragma once

#include <filesystem>
#include <vector>

#include "account/history.h"

namespace wrapfeed::account {

// The files in one zip (deflated, with a fixed date: the same files are the same bytes), which appears whole or not at
// all, or in a folder. Error where they cannot be written.
void write_zip(const std::filesystem::path& path, const std::vector<HistoryFile>& files);
void write_folder(const std::filesystem::path& path, const std::vector<HistoryFile>& files);

}  // namespace wrapfeed::account
