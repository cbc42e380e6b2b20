"""What the tests of the foreign readers share: where the readers are, and the files to read."""

import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEPS = pathlib.Path(os.environ.get("WRAPFEED_DEPS", ROOT / "build" / "deps"))
TABLES = ["user", "track", "artist", "event", "truth_user", "truth_session", "truth_stream"]
CODECS = ["null", "deflate", "snappy", "zstandard"]


def require(path):
    if not path.exists():
        sys.exit(f"{path} is missing: run tests/foreign/setup.sh")
    return path


def write(program, folder):
    subprocess.run([program, folder], check=True)


def expected_rows(folder, table):
    return json.loads((pathlib.Path(folder) / f"{table}.json").read_text(encoding="utf-8"))


def declared_schema(table):
    return json.loads((ROOT / "schemas" / f"{table}.avsc").read_text(encoding="utf-8"))


def compare(name, actual, expected):
    """Row by row, so that a failure names the field and not 70,000 letters."""
    if len(actual) != len(expected):
        sys.exit(f"{name}: {len(actual)} rows, expected {len(expected)}")
    for number, (got, wanted) in enumerate(zip(actual, expected)):
        if list(got) != list(wanted):
            sys.exit(f"{name} row {number}: fields {list(got)}, expected {list(wanted)}")
        for field in wanted:
            if got[field] != wanted[field] or type(got[field]) is not type(wanted[field]):
                sys.exit(f"{name} row {number}, {field}: {got[field]!r:.200}, expected {wanted[field]!r:.200}")
