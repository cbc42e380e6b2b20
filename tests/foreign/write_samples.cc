#include <cstdio>
#include <filesystem>
#include <span>

#include "avro/container_writer.h"
#include "avro/tables.h"
#include "base/error.h"
#include "base/file.h"
#include "samples.h"

// write_samples DIR: every table in every codec as DIR/<table>-<codec>.avro, and what a reader must find in them as
// DIR/<table>.json, a list of rows.
namespace wrapfeed::foreign {
namespace {

constexpr int kRows = 240;
constexpr std::size_t kRowsInBlock = 100;

void write_table(const std::filesystem::path& folder, const avro::Table& table, std::span<const Sample> samples) {
  auto rows = nlohmann::ordered_json::array();
  for (const Sample& sample : samples) rows.push_back(sample.expected);
  base::write_whole(folder / fmt::format("{}.json", table.name), rows.dump());
  for (const avro::Codec codec :
       {avro::Codec::Null, avro::Codec::Deflate, avro::Codec::Snappy, avro::Codec::Zstandard}) {
    const auto path = folder / fmt::format("{}-{}.avro", table.name, avro::codec_name(codec));
    avro::ContainerWriter writer(path, table.schema_json, {codec, {std::byte{1}, std::byte{2}, std::byte{3}}});
    for (std::size_t first = 0; first < samples.size(); first += kRowsInBlock) {
      const auto block = samples.subspan(first, std::min(kRowsInBlock, samples.size() - first));
      avro::Bytes bytes;
      for (const Sample& sample : block) bytes.append(sample.record);
      writer.write_block(bytes, static_cast<std::int64_t>(block.size()));
    }
    writer.finish();
  }
}

void write_all(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  write_table(folder, avro::user_table(), user_samples(kRows));
  write_table(folder, avro::track_table(), track_samples(kRows));
  write_table(folder, avro::artist_table(), artist_samples(kRows));
  write_table(folder, avro::event_table(), event_samples(kRows));
  write_table(folder, avro::truth_user_table(), truth_user_samples(kRows));
  write_table(folder, avro::truth_session_table(), truth_session_samples(kRows));
  write_table(folder, avro::truth_stream_table(), truth_stream_samples(kRows));
}

}  // namespace
}  // namespace wrapfeed::foreign

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("usage: write_samples DIR\n", stderr);
    return 2;
  }
  try {
    wrapfeed::foreign::write_all(arguments[1]);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "write_samples: %s\n", error.what());
    return 1;
  }
}
