#pragma once

#include <cstdio>
#include <cstdlib>

// A condition that only a bug in wrapfeed can break. On in release builds; prints where and aborts.
#define CHECK(condition)                                                                                \
  do {                                                                                                  \
    if (!(condition)) [[unlikely]] {                                                                    \
      std::fprintf(stderr, "wrapfeed: bug: %s:%d: CHECK(%s) failed\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                                     \
    }                                                                                                   \
  } while (false)
