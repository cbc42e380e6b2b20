#!/usr/bin/env python3
"""The window features of the report are those of listening_features.py, the reference: same plays, same numbers.

Usage: window_features_test.py WRITE_WINDOWS; numpy comes from tests/foreign/setup.sh.
"""
import csv
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
DEPS = Path(os.environ.get("WRAPFEED_DEPS") or HERE.parents[1] / "build" / "deps")
PYTHON = DEPS / "numpy" / "bin" / "python"
TOLERANCE = 1e-4


def rows(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def compare(measured, expected):
    assert [row["listener"] for row in measured] == [row["listener"] for row in expected], "other windows"
    assert len(expected) > 20, "too few windows to say anything"
    names = [name for name in expected[0] if name not in ("listener", "window")]
    assert names == list(measured[0])[1:], "other features, or in another order"
    for number, (ours, reference) in enumerate(zip(measured, expected)):
        for name in names:
            assert abs(float(ours[name]) - float(reference[name])) <= TOLERANCE, \
                f"window {number} of listener {ours['listener']}: {name} {ours[name]}, reference {reference[name]}"
    print(f"{len(expected)} windows, {len(names)} features: equal")


if not PYTHON.exists():
    sys.exit(f"{PYTHON} is missing; tests/foreign/setup.sh makes it")
with tempfile.TemporaryDirectory(prefix="wrapfeed-test-") as folder:
    plays, features, reference = (os.path.join(folder, name) for name in ("plays.csv", "features.csv", "reference.csv"))
    subprocess.run([sys.argv[1], plays, features], check=True)
    subprocess.run([PYTHON, "-B", HERE / "listening_features.py", plays, reference], check=True)
    compare(rows(features), rows(reference))
