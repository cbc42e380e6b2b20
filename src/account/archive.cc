#include "account/archive.h"

#include <fmt/format.h>
#include <zip.h>

#include <memory>
#include <system_error>

#include "base/error.h"
#include "base/file.h"

namespace wrapfeed::account {
namespace {

namespace fs = std::filesystem;

constexpr std::uint16_t kDosDate = (2025 - 1980) << 9 | 1 << 5 | 1;  // 1 January 2025

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

Archive open_new(const fs::path& path) {
  int code = 0;
  zip_t* const archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
  if (archive != nullptr) return Archive(archive);
  zip_error_t error;
  zip_error_init_with_code(&error, code);
  const std::string reason = zip_error_strerror(&error);
  zip_error_fini(&error);
  base::fail("{}: cannot be written: {}", path.string(), reason);
}

// False where the library refuses; the archive says why. The text must live until the archive is closed.
bool add(zip_t* archive, const HistoryFile& file) {
  zip_source_t* const source = zip_source_buffer(archive, file.text.data(), file.text.size(), 0);
  if (source == nullptr) return false;
  const zip_int64_t index = zip_file_add(archive, file.path.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    return false;
  }
  return zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, kDosDate, 0) == 0;
}

}  // namespace

void write_zip(const fs::path& path, const std::vector<HistoryFile>& files) {
  base::PendingFile file(path);
  Archive archive = open_new(file.partial());
  bool good = true;
  for (const HistoryFile& entry : files) good = good && add(archive.get(), entry);
  if (!good || zip_close(archive.get()) != 0)
    base::fail("{}: cannot be written: {}", path.string(), zip_strerror(archive.get()));
  static_cast<void>(archive.release());  // closed
  base::put_into_place({&file, 1});
}

void write_folder(const fs::path& path, const std::vector<HistoryFile>& files) {
  for (const HistoryFile& file : files) {
    std::error_code error;
    fs::create_directories((path / file.path).parent_path(), error);
    if (error) base::fail("{}: cannot be made: {}", (path / file.path).parent_path().string(), error.message());
    base::write_whole(path / file.path, file.text);
  }
}

}  // namespace wrapfeed::account
