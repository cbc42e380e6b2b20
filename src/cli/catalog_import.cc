#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <memory>
#include <string>

#include "cli/interruption.h"
#include "cli/numbers.h"
#include "cli/verbs.h"
#include "feed/catalog_tables.h"
#include "feed/output_folder.h"
#include "ingest/import.h"

namespace wrapfeed::cli {

namespace {

struct ImportRequest {
  ingest::ImportOptions options;
  std::string tracks;
  std::string genres;
  std::string artists;
  std::string out;
  avro::Codec codec = avro::Codec::Deflate;
  bool force = false;
};

// "0.01" or "1%".
bool parse_share(const std::string& text, double& share) {
  const bool percent = text.ends_with('%');
  const char* const end = text.data() + text.size() - (percent ? 1 : 0);
  double value = 0;
  const auto [stopped, error] = std::from_chars(text.data(), end, value);
  if (percent) value /= 100;
  if (error != std::errc{} || stopped != end || !(value >= 0 && value <= 1)) return false;
  share = value;
  return true;
}

void add_files(Flags& flags, ImportRequest& request) {
  const auto add = [&](const char* flag, std::string& target, const char* placeholder, const char* help) {
    flags.add(flag, {placeholder, fmt::format("a {}", placeholder), "", true}, help,
              [&target](const std::string& text) {
                target = text;
                return !text.empty();
              });
  };
  add("--tracks", request.tracks, "FILE", "CSV of tracks: id, name, popularity, artists, audio features ...");
  add("--genres", request.genres, "FILE", "CSV of genres: track_name, album_name, track_genre");
  add("--artists", request.artists, "FILE", "CSV of artists: id, name, followers, popularity, genres");
  add("--out", request.out, "DIR", "catalog folder to write");
}

void add_flags(Flags& flags, ImportRequest& request) {
  add_files(flags, request);
  ingest::ImportOptions& options = request.options;
  flags.number("--clusters", options.clusters, 1, 1000, "k of the k-means behind audio_features_type");
  flags.date("--newness-reference", options.newness_reference, "the day from which newness_score counts back");
  flags.choice("--artist-match", {"whole", "first"}, "whole",
               "which artist a track goes to: by the whole text of its artists, or by the first of them",
               [&](std::string_view name) { options.artist_match = ingest::parse_artist_match(name); });
  flags.add("--max-rejected", {"SHARE", "a share from 0 to 1 such as 0.01, or 1%", "1%"},
            "most rows of a file that may be bad",
            [&](const std::string& text) { return parse_share(text, options.max_rejected); });
  flags.number("--seed", options.seed, "decides the starts of the k-means");
  flags.choice("--codec", {"null", "deflate", "snappy", "zstandard"}, "deflate", "compression of the Avro blocks",
               [&](std::string_view name) { request.codec = avro::parse_codec(name); });
  flags.toggle("--force", request.force, "replace the catalog that is in the folder");
}

void print_summary(const ImportRequest& request, const ingest::Import& import) {
  const ingest::ImportSummary& summary = import.summary;
  const auto count = [](std::uint64_t number) { return grouped(static_cast<std::int64_t>(number)); };
  fmt::print("{}: {} tracks of {} artists, digest {}\n", request.out, grouped(import.catalog.track_count()),
             grouped(import.catalog.artist_count()), import.catalog.digest());
  fmt::print("  read      {} tracks, {} genre rows, {} artists; {} rows rejected\n", count(summary.tracks_rows),
             count(summary.genre_rows), count(summary.artist_rows), count(summary.rejected_rows));
  fmt::print("  joined    {} by name, {} with their artist\n", count(summary.joined_rows),
             count(summary.matched_tracks));
  fmt::print("  clusters  {}, inertia {:.2f}\n", summary.cluster_sizes.size(), summary.inertia);
  fmt::print("  newness   {:.4f} to {:.4f}, mean {:.4f}\n", summary.newness.min, summary.newness.max,
             summary.newness.mean);
}

int import(ImportRequest& request) {
  request.options.tracks = request.tracks;
  request.options.genres = request.genres;
  request.options.artists = request.artists;
  feed::check_output_folder(request.out, request.force);
  Interruption interruption;
  const ingest::Import result = ingest::import_catalog(request.options);
  interruption.check(request.out, "what was written is removed again");
  feed::OutputFolder folder(request.out, request.force);
  feed::write_catalog({.root = folder.path(), .codec = request.codec, .seed = request.options.seed}, result.catalog);
  ingest::write_report(folder.path(), result);
  interruption.check(request.out, "what was written is removed again");
  folder.keep();
  print_summary(request, result);
  return 0;
}

}  // namespace

Verb add_catalog_import(CLI::App& catalog) {
  CLI::App* command = add_command(
      catalog, "import", "Makes a catalog folder out of CSV files",
      "wrapfeed catalog import --tracks tracks.csv --genres dataset.csv --artists artists.csv --out catalog");
  const auto flags = std::make_shared<Flags>(*command);
  const auto request = std::make_shared<ImportRequest>();
  add_flags(*flags, *request);
  return {command, flags, [request] { return import(*request); }};
}

}  // namespace wrapfeed::cli
