#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <string>

#include "base/error.h"
#include "catalog/synthesize.h"
#include "cli/interruption.h"
#include "cli/numbers.h"
#include "cli/usage_error.h"
#include "cli/verbs.h"
#include "feed/catalog_tables.h"
#include "feed/output_folder.h"

namespace wrapfeed::cli {

namespace {

struct SynthesizeRequest {
  catalog::SynthesisOptions options;
  std::string out = "catalog";
  avro::Codec codec = avro::Codec::Deflate;
  bool force = false;
};

void add_flags(Flags& flags, SynthesizeRequest& request) {
  constexpr std::uint32_t kMost = catalog::SynthesisOptions::kMostTracks;
  flags.number("--tracks", request.options.tracks, 1, kMost, "how many tracks");
  flags.number("--artists", request.options.artists, 1, kMost, "how many artists, at most as many as tracks");
  flags.number("--seed", request.options.seed, "decides everything that is random");
  flags.date("--releases-to", request.options.releases_to, "last release day");
  flags.text("--out", request.out, "DIR", "catalog folder to write");
  flags.choice("--codec", {"null", "deflate", "snappy", "zstandard"}, "deflate", "compression of the Avro blocks",
               [&](std::string_view name) { request.codec = avro::parse_codec(name); });
  flags.toggle("--force", request.force, "replace the catalog that is in the folder");
}

int synthesize(const SynthesizeRequest& request) {
  try {
    request.options.validate();
  } catch (const base::Error& error) {
    throw UsageError(error.what());
  }
  feed::check_output_folder(request.out, request.force);
  Interruption interruption;
  const catalog::Catalog catalog = catalog::synthesize(request.options);
  interruption.check(request.out, "what was written is removed again");
  feed::OutputFolder folder(request.out, request.force);
  feed::write_catalog({.root = folder.path(), .codec = request.codec, .seed = request.options.seed}, catalog);
  interruption.check(request.out, "what was written is removed again");
  folder.keep();
  fmt::print("{}: {} tracks of {} artists, digest {}\n", request.out, grouped(catalog.track_count()),
             grouped(catalog.artist_count()), catalog.digest());
  return 0;
}

}  // namespace

Verb add_catalog_synthesize(CLI::App& catalog) {
  CLI::App* command = add_command(catalog, "synthesize", "Makes a synthetic catalog folder",
                                  "wrapfeed catalog synthesize --tracks 10000 --artists 2000 --seed 7 --out catalog");
  const auto flags = std::make_shared<Flags>(*command);
  const auto request = std::make_shared<SynthesizeRequest>();
  add_flags(*flags, *request);
  return {command, flags, [request] { return synthesize(*request); }};
}

}  // namespace wrapfeed::cli
