#!/bin/sh
# Prints the folder that holds DuckDB 1.5.6: duckdb.h and its static libraries, as DuckDB's Go bindings ship them.
# Downloads it (32 MB) with `go` when it is not there yet; otherwise takes a few milliseconds and needs no `go`.
set -eu

module=github.com/duckdb/duckdb-go-bindings/lib/linux-amd64
version=v0.10506.0
sum=h1:yy2TUU+YWxiBiOQryYseUl0AcUzoFFYRmmrCGijUxiU=

gopath=${GOPATH:-${HOME:-/root}/go}
cache=${GOMODCACHE:-${gopath%%:*}/pkg/mod}
folder=$cache/$module@$version
download=$cache/cache/download/$module/@v/$version

fail() {
  echo "duckdb.sh: $1" >&2
  exit 1
}

# `go` leaves a .partial file beside its download until the folder is complete.
complete() {
  [ -f "$folder/libduckdb_static.a" ] && [ -f "$download.ziphash" ] && [ ! -e "$download.partial" ]
}

if ! complete; then
  command -v go >/dev/null ||
    fail "DuckDB is not in $folder, and go, which downloads it, is not installed (package golang-go)"
  # No fallback to a git clone, and no checksum server: the sum is compared below.
  proxy=$(go env GOPROXY | sed 's/[,|]direct$//')
  log=$(GOMODCACHE=$cache GOPROXY=$proxy GONOSUMDB=* GOFLAGS=-modcacherw GOTOOLCHAIN=local \
    go mod download -json "$module@$version" 2>&1) || fail "download of $module@$version failed: $log"
  complete || fail "download of $module@$version left no $folder"
fi

found=$(cat "$download.ziphash")
[ "$found" = "$sum" ] || fail "$module@$version has checksum $found instead of $sum; remove $folder and $download.*"
echo "$folder"
