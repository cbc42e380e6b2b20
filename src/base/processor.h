#pragma once

namespace wrapfeed::base {

// Whether the processor has these instructions and they may be used: where the environment variable WRAPFEED_PLAIN is
// set they are left alone. They change no byte, which the tests see by it. Any thread.
bool has_avx2();
bool has_bmi2();

}  // namespace wrapfeed::base
