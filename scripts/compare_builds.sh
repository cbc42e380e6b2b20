#!/usr/bin/env bash
# compare_builds.sh: builds wrapfeed with g++ -O3 and -O2 and under the address sanitizer (-O1), and checks that all give
# the same bytes, as do 1 to 8 threads and a processor whose AVX2 and BMI2 are left alone.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
scripts/build.sh release -- wrapfeed
scripts/build.sh o2 -DWRAPFEED_TESTS:BOOL=OFF -- wrapfeed
scripts/build.sh asan -- wrapfeed
OTHER_BUILDS="$root/build/o2/wrapfeed $root/build/asan/wrapfeed" python3 -B tests/end_to_end/same_bytes_test.py -v
