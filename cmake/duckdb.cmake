# Target `duckdb`: DuckDB's C API from the static libraries in DUCKDB_DIR. scripts/duckdb.sh finds or downloads the
# folder when the variable is not set.
set(DUCKDB_DIR "" CACHE PATH "Folder with duckdb.h and DuckDB's static libraries; empty: downloaded")
if(NOT DUCKDB_DIR OR NOT EXISTS ${DUCKDB_DIR}/duckdb.h)
  execute_process(COMMAND ${CMAKE_SOURCE_DIR}/scripts/duckdb.sh OUTPUT_VARIABLE folder
                  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  set(DUCKDB_DIR ${folder} CACHE PATH "Folder with duckdb.h and DuckDB's static libraries; empty: downloaded" FORCE)
endif()

# The link line of its prebuilt.go; the libraries refer to each other both ways.
set(duckdb_libraries duckdb_static duckdb_generated_extension_loader autocomplete_extension core_functions_extension
    icu_extension json_extension parquet_extension tpcds_extension tpch_extension duckdb_fastpforlib duckdb_fmt
    duckdb_fsst duckdb_hyperloglog duckdb_mbedtls duckdb_miniz duckdb_pg_query duckdb_re2 duckdb_skiplistlib
    duckdb_utf8proc duckdb_yyjson duckdb_zstd)
list(TRANSFORM duckdb_libraries REPLACE "(.+)" "${DUCKDB_DIR}/lib\\1.a")
add_library(duckdb INTERFACE IMPORTED GLOBAL)
target_include_directories(duckdb SYSTEM INTERFACE ${DUCKDB_DIR})
target_compile_definitions(duckdb INTERFACE DUCKDB_STATIC_BUILD)
target_link_libraries(duckdb INTERFACE -Wl,--start-group ${duckdb_libraries} -Wl,--end-group Threads::Threads
                      ${CMAKE_DL_LIBS} m)
