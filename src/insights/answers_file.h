#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

#include "insights/answers.h"

namespace wrapfeed::insights {

// Calls its argument with the answers of one user after the other.
using EachUser = std::function<void(const std::function<void(const Answers&)>&)>;

// One file of answers, which appears whole or not at all: an Avro container file of wrapped.avsc (deflate), or the same
// rows as Parquet (zstd). Error where it cannot be written.
void write_avro(const std::filesystem::path& path, const EachUser& each_user);
void write_parquet(const std::filesystem::path& path, const EachUser& each_user);

}  // namespace wrapfeed::insights
