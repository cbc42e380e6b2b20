#pragma once

#include <cstdint>
#include <filesystem>

namespace wrapfeed::feed {

enum class FolderKind : std::uint8_t { Feed, Catalog };

// Missing or empty. Error if it cannot be looked at or is not a folder.
bool is_vacant(const std::filesystem::path& folder);

// Error if there is anything in the folder that wrapfeed does not write, or if it is not of that kind: nothing else is
// ever removed.
void check_replaceable(const std::filesystem::path& folder, FolderKind kind);

// Moves all that stands in the folder into ".replaced" inside it, what says that it is whole first: nobody ever takes a
// part of it for a feed. May be called again after a kill. Error if something cannot be moved.
void set_aside(const std::filesystem::path& folder);
bool is_set_aside(const std::filesystem::path& folder);  // begun, and the last step below has not been made
void remove_set_aside(const std::filesystem::path& folder);

}  // namespace wrapfeed::feed
