#include "ingest/csv_records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wrapfeed::ingest {
namespace {

using testing::ElementsAre;

TEST(CsvRecords, SplitsTheHeader) {
  EXPECT_THAT(first_record("id,name\n1,a\n"), ElementsAre("id", "name"));
  EXPECT_THAT(first_record(",id,\"a,\"\"b\"\"\nc\",\r\n1"), ElementsAre("", "id", "a,\"b\"\nc", ""));
  EXPECT_THAT(first_record("\xEF\xBB\xBFid"), ElementsAre("id"));
}

TEST(CsvRecords, LinesArePhysical) {
  EXPECT_THAT(record_lines("h\n1\n\"a\nb\"\n3\n", {}), ElementsAre(1, 2, 3, 5));
  EXPECT_THAT(record_lines("h\r\n1\r\n\r\n\n\"\"\"\r\n\"\r\n3", {}), ElementsAre(1, 2, 5, 7));
  EXPECT_THAT(record_lines("", {}), ElementsAre());
}

TEST(CsvRecords, LeavesOutRejectedSpans) {
  const std::string text = "h\n1\n2,\"bad\n3\n4\n";
  const Span bad{text.find("2,"), 6};
  EXPECT_THAT(record_lines(text, std::span(&bad, 1)), ElementsAre(1, 2, 4, 5));
  const Span both{text.find("2,"), 8};  // a stray quote took the next record along
  EXPECT_THAT(record_lines(text, std::span(&both, 1)), ElementsAre(1, 2, 5));
}

}  // namespace
}  // namespace wrapfeed::ingest
