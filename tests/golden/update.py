#!/usr/bin/env python3
"""Writes golden.json anew from the program: `WRAPFEED=build/release/wrapfeed tests/golden/update.py`.

Only after a change that is meant to change the feed; the commit then says which and why.
"""
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import golden_test

if __name__ == "__main__":
    golden_test.GOLDEN.write_text(json.dumps(golden_test.measure_all(), indent=1) + "\n")
