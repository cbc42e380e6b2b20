#include "verification/verify.h"

#include "base/error.h"
#include "feed/feed_folder.h"
#include "feed/manifest.h"
#include "verification/event_check.h"
#include "verification/files.h"
#include "verification/tables.h"

namespace wrapfeed::verification {

Verdict verify(const std::filesystem::path& feed) {
  const std::string unfinished = feed::describe_unfinished(feed);
  if (!unfinished.empty()) base::fail("{}", unfinished);
  const feed::Manifest manifest = feed::read_manifest(feed);
  Verdict verdict;
  verdict.files = check_files(feed, manifest, verdict.findings);
  if (manifest.options.format != feed::Format::Avro) {
    verdict.rows_checked = false;
    return verdict;
  }
  const KnownTables tables(feed, manifest, verdict.findings);
  if (manifest.tables.contains("event")) EventCheck(feed, manifest, tables, verdict).run();
  return verdict;
}

}  // namespace wrapfeed::verification
