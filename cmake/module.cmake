# wrapfeed_module(<name> [modules...] [LIBRARIES libraries...])
#
# One folder of src/ = one static library `wrapfeed_<name>` (every *.cc), one test program `<name>_test` (every
# *_test.cc) and one of benchmarks `<name>_benchmark` (every *_benchmark.cc). The modules named are those it may include;
# ARCHITECTURE.md holds the same table.
function(wrapfeed_module name)
  cmake_parse_arguments(arg "" "" "LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *.cc)
  set(tests ${sources})
  set(benchmarks ${sources})
  list(FILTER sources EXCLUDE REGEX "(_test|_benchmark|/main)\\.cc$")
  list(FILTER tests INCLUDE REGEX "_test\\.cc$")
  list(FILTER benchmarks INCLUDE REGEX "_benchmark\\.cc$")

  list(TRANSFORM arg_UNPARSED_ARGUMENTS PREPEND wrapfeed_ OUTPUT_VARIABLE modules)
  if(sources)
    set(scope PUBLIC)
    add_library(wrapfeed_${name} STATIC ${sources})
  else()
    set(scope INTERFACE)
    add_library(wrapfeed_${name} INTERFACE)
  endif()
  target_include_directories(wrapfeed_${name} ${scope} ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(wrapfeed_${name} ${scope} ${modules} ${arg_LIBRARIES} fmt::fmt)

  if(tests AND WRAPFEED_TESTS)
    wrapfeed_module_test(${name} ${tests})
  endif()
  if(benchmarks AND WRAPFEED_TESTS)
    wrapfeed_module_benchmark(${name} ${benchmarks})
  endif()
endfunction()

# All tests that stand beside the code.
add_custom_target(unit_tests)

function(wrapfeed_module_test name)
  add_executable(${name}_test ${ARGN})
  add_dependencies(unit_tests ${name}_test)
  target_compile_definitions(${name}_test PRIVATE WRAPFEED_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_link_libraries(${name}_test PRIVATE wrapfeed_${name} GTest::gmock GTest::gtest_main rapidcheck)
  gtest_discover_tests(${name}_test TEST_PREFIX ${name}/ DISCOVERY_MODE PRE_TEST
                       PROPERTIES TIMEOUT 600 LABELS unit)
endfunction()

# A benchmark checks its result before it is timed, so a single round is a test.
function(wrapfeed_module_benchmark name)
  add_executable(${name}_benchmark ${ARGN})
  target_link_libraries(${name}_benchmark PRIVATE wrapfeed_${name} benchmark::benchmark_main)
  add_test(NAME benchmark/${name} COMMAND ${name}_benchmark --benchmark_min_time=0)
  set_tests_properties(benchmark/${name} PROPERTIES TIMEOUT 600 LABELS benchmark)
endfunction()
include(GoogleTest)
