#include "ingest/csv_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "ingest/folder_for_test.h"

namespace wrapfeed::ingest {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

class CsvTableTest : public testing::Test {
 protected:
  CsvTable read(std::string_view text) {
    database_.run("drop table if exists t_csv; drop table if exists t_rejects; drop table if exists t_scans");
    return {database_, folder_.write("t.csv", text), "t", {{"id"}, {"name", "title"}}};
  }
  std::string failure(std::string_view text) {
    try {
      read(text);
    } catch (const base::Error& error) {
      return error.what();
    }
    return "no error";
  }
  std::vector<std::string> names() {
    const auto rows = database_.query("select name from t_csv order by row");
    std::vector<std::string> found;
    for (std::size_t i = 0; i < rows.rows(); ++i) found.push_back(rows.is_null(i, 0) ? "(null)" : rows.text(i, 0));
    return found;
  }

  FolderForTest folder_;
  database::Database database_;
};

TEST_F(CsvTableTest, KeepsQuotedCommasNewlinesAndQuotes) {
  const CsvTable csv = read("id,name\n1,\"a, b\"\n2,\"c\nd\"\n3,\"say \"\"hi\"\"\"\n4,6\" vinyl\n");
  EXPECT_THAT(names(), ElementsAre("a, b", "c\nd", "say \"hi\"", "6\" vinyl"));
  EXPECT_THAT(csv.lines(), ElementsAre(2, 3, 5, 6));
  EXPECT_EQ(csv.records(), 4U);
}

TEST_F(CsvTableTest, OnlyEmptyTextIsMissing) {
  read("id,name\n1,\n2,\"\"\n3,None\n4,nan\n5,NULL\n6,NA\n7, \n");
  EXPECT_THAT(names(), ElementsAre("(null)", "(null)", "None", "nan", "NULL", "NA", " "));
}

TEST_F(CsvTableTest, FindsColumnsByAnyOfTheirNamesAndPassesOverOthers) {
  read("\xEF\xBB\xBF,title,x y,id\r\n0,first,?,1\r\n1,second,?,2\r\n");
  EXPECT_THAT(names(), ElementsAre("first", "second"));
}

TEST_F(CsvTableTest, RejectsBrokenRecordsWithTheirLines) {
  const CsvTable csv = read("id,name\n1,\"a\nb\"\n2\n3,c,d\n4,\"bad\"quote\n5,\xFF\xFE\n6,good\n");
  EXPECT_THAT(names(), ElementsAre("a\nb", "good"));
  EXPECT_THAT(csv.lines(), ElementsAre(2, 8));
  ASSERT_EQ(csv.rejections().size(), 4U);
  EXPECT_EQ(csv.records(), 6U);
  const std::vector<std::string> reasons = {"wrong number of fields", "wrong number of fields", "unbalanced quotes",
                                            "not valid UTF-8"};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(csv.rejections()[i].line, 4 + i);
    EXPECT_THAT(csv.rejections()[i].reason, HasSubstr(reasons[i]));
  }
  EXPECT_EQ(csv.rejections()[1].value, "3,c,d");
}

TEST_F(CsvTableTest, CountsLinesWithCarriageReturnsAndAByteOrderMark) {
  const CsvTable csv = read("\xEF\xBB\xBFid,name\r\n1,\"a\r\nb\"\r\n2\r\n\r\n3,c,d\r\n4,good\r\n");
  EXPECT_THAT(csv.lines(), ElementsAre(2, 7));
  ASSERT_EQ(csv.rejections().size(), 2U);
  EXPECT_EQ(csv.rejections()[0].line, 4U);
  EXPECT_EQ(csv.rejections()[1].line, 6U);
  EXPECT_EQ(csv.rejections()[1].value, "3,c,d");
}

TEST_F(CsvTableTest, SaysWhatIsWrongWithAFile) {
  EXPECT_THAT(failure("id,nom\n1,a\n"), AllOf(HasSubstr("t.csv"), HasSubstr("column name or title is missing"),
                                              HasSubstr("the file has: id, nom")));
  EXPECT_THAT(failure("id,name,id\n1,a,2\n"), HasSubstr("column id is there twice"));
  EXPECT_THAT(failure(""), HasSubstr("the file is empty"));
  EXPECT_THAT(failure("id,name\n"), HasSubstr("no row"));
  EXPECT_THAT(failure("id,name\n1,a\n2,\"b\n3,c\n4,d\n"), HasSubstr("line 3: a quote opens here and never closes"));
}

TEST_F(CsvTableTest, SaysWhyAFileCannotBeRead) {
  const auto open = [&](const std::filesystem::path& path) { CsvTable(database_, path, "t", {{"id"}}); };
  EXPECT_THAT([&] { open(folder_.path() / "none.csv"); },
              testing::ThrowsMessage<base::Error>(HasSubstr("none.csv: cannot be read: No such file")));
  EXPECT_THAT([&] { open(folder_.path()); }, testing::ThrowsMessage<base::Error>(HasSubstr("is a folder")));
}

TEST_F(CsvTableTest, PathsMayHoldQuotesAndStars) {
  folder_.write("b.csv", "id\n7\n8\n");
  CsvTable csv(database_, folder_.write("it's *.csv", "id\n1\n"), "odd", {{"id"}});
  EXPECT_EQ(csv.records(), 1U);
}

}  // namespace
}  // namespace wrapfeed::ingest
