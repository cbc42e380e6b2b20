#include "cli/application.h"

int main(int argc, char** argv) { return wrapfeed::cli::run(argc, argv); }
