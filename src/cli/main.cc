#include <fcntl.h>

#include "cli/application.h"

namespace {

// A standard stream that the caller closed would give its number to the next file opened, and messages would end in it.
void open_standard_streams() {
  for (int descriptor = 0; descriptor <= 2; ++descriptor) {
    if (::fcntl(descriptor, F_GETFD) == -1) ::open("/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY);
  }
}

}  // namespace

int main(int argc, char** argv) {
  open_standard_streams();
  return wrapfeed::cli::run(argc, argv);
}
