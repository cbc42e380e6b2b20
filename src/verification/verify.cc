#include "verification/verify.h"

#include "base/error.h"
#include "feed/feed_folder.h"
#include "feed/manifest.h"
#include "verification/answer_check.h"
#include "verification/answer_key.h"
#include "verification/event_check.h"
#include "verification/files.h"
#include "verification/tables.h"

namespace wrapfeed::verification {
namespace {

void check_queries(const std::filesystem::path& feed, const feed::Manifest& manifest, Verdict& verdict) {
  const AnswersVerdict answers = check_wrapped(feed, manifest);
  verdict.answers = answers.users;
  for (std::int64_t i = 0; i < answers.differences; ++i) verdict.findings.add(Kind::WrappedDiffers, answers.first);
}

}  // namespace

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
  if (AnswerKey::is_in(manifest) && verdict.findings.total() == 0) check_queries(feed, manifest, verdict);
  return verdict;
}

}  // namespace wrapfeed::verification
