#!/bin/sh
# Fetches the foreign Avro readers that the tests labelled "foreign" use, at exact versions: fastavro into a Python
# environment (with cramjam for snappy and backports.zstd for zstandard), Avro Java's avro-tools as one jar; numpy,
# which the reference of the report's window features takes, into another environment; and into a third one the readers
# of streaming histories. They go into
# $WRAPFEED_DEPS (build/deps by default); what is there already is left as it is, so a second call is done at
# once. Needs python3 with venv, Maven and a Java runtime.
set -eu

fastavro=1.13.1
cramjam=2.14.0
backports_zstd=1.8.0
avro_tools=1.12.2
numpy=2.2.6
history_readers="spotify-history-reader==0.1.2 spotify-streamd==1.0.0 spotify-to-sqlite==0.2.1"
history_readers_use="click==8.1.7 click-default-group==1.2.4 click-default-group-wheel==1.2.3 commonmark==0.9.1
  pygments==2.18.0 python-dateutil==2.9.0 python-dotenv==0.19.2 requests==2.32.3 rich==12.6.0 six==1.16.0 spotipy==2.19.0
  sqlite-fts4==1.0.3 sqlite-utils==3.30 tabulate==0.9.0 typer==0.6.1 urllib3==2.2.3 certifi==2024.8.30
  charset-normalizer==3.4.0 idna==3.10"
avro_tools_sha256=6220e8bc089aaf917cdad4cd358bd651fc0394c0e5ddb8b36da402012c294a68

root=$(cd "$(dirname "$0")/../.." && pwd)
deps=${WRAPFEED_DEPS:-$root/build/deps}
mkdir -p "$deps"
deps=$(cd "$deps" && pwd)

fail() {
  echo "tests/foreign/setup.sh: $1" >&2
  exit 1
}

setup_fastavro() {
  mark=$deps/fastavro/installed-$fastavro-$cramjam-$backports_zstd
  [ -e "$mark" ] && return
  rm -rf "$deps/fastavro"
  python3 -m venv "$deps/fastavro" || fail "python3 cannot make an environment (Debian: apt-get install python3-venv)"
  "$deps/fastavro/bin/pip" install --quiet --disable-pip-version-check --no-deps \
    "fastavro==$fastavro" "cramjam==$cramjam" "backports.zstd==$backports_zstd" ||
    fail "pip cannot install fastavro $fastavro, cramjam $cramjam and backports.zstd $backports_zstd"
  touch "$mark"
}

setup_numpy() {
  mark=$deps/numpy/installed-$numpy
  [ -e "$mark" ] && return
  rm -rf "$deps/numpy"
  python3 -m venv "$deps/numpy" || fail "python3 cannot make an environment (Debian: apt-get install python3-venv)"
  "$deps/numpy/bin/pip" install --quiet --disable-pip-version-check --no-deps "numpy==$numpy" ||
    fail "pip cannot install numpy $numpy"
  touch "$mark"
}

setup_history_readers() {
  mark=$deps/history_readers/installed-$(echo "$history_readers $history_readers_use" | cksum | cut -d' ' -f1)
  [ -e "$mark" ] && return
  rm -rf "$deps/history_readers"
  python3 -m venv "$deps/history_readers" ||
    fail "python3 cannot make an environment (Debian: apt-get install python3-venv)"
  # shellcheck disable=SC2086 # a list of words
  "$deps/history_readers/bin/pip" install --quiet --disable-pip-version-check --no-deps $history_readers \
    $history_readers_use || fail "pip cannot install $history_readers"
  touch "$mark"
}

setup_avro_tools() {
  jar=$deps/avro-tools-$avro_tools.jar
  [ -e "$jar" ] && return
  command -v mvn >/dev/null || fail "mvn is missing (Debian: apt-get install maven)"
  rm -rf "$deps/avro-tools.partial"
  mvn --quiet --batch-mode -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy \
    -Dartifact="org.apache.avro:avro-tools:$avro_tools" -DoutputDirectory="$deps/avro-tools.partial" >&2 ||
    fail "Maven cannot fetch avro-tools $avro_tools"
  got=$(sha256sum "$deps/avro-tools.partial/avro-tools-$avro_tools.jar" | cut -d' ' -f1)
  [ "$got" = "$avro_tools_sha256" ] || fail "avro-tools $avro_tools has the checksum $got, not $avro_tools_sha256"
  mv "$deps/avro-tools.partial/avro-tools-$avro_tools.jar" "$jar"
  rmdir "$deps/avro-tools.partial"
}

setup_fastavro
setup_numpy
setup_history_readers
setup_avro_tools
