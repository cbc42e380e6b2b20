# wrapfeed_embed(<target> <namespace> <symbol> <file>)
#
# Compiles a text file into <target> as `extern const std::string_view <namespace>::<symbol>`, so that the program
# needs no file beside it and nothing is typed twice. The file is split into short literals: compilers limit one literal's length.
function(wrapfeed_embed target namespace symbol file)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded_${symbol}.cc)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DINPUT=${file} -DOUTPUT=${output} -DNAMESPACE=${namespace} -DSYMBOL=${symbol}
            -P ${CMAKE_SOURCE_DIR}/cmake/embed_file.cmake
    DEPENDS ${file} ${CMAKE_SOURCE_DIR}/cmake/embed_file.cmake VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
