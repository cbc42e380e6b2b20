"""The feed of a version is fixed: digests of a few small feeds, taken before compression, must stay as they are."""
import json
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "end_to_end"))
import program

GOLDEN = Path(__file__).with_name("golden.json")
SMALL = ["--tracks", "3000", "--artists", "500", "--users", "20", "--to", "2025-03-01"]
FEEDS = {
    "user layout": SMALL,
    "day layout": [*SMALL, "--layout", "day", "--to", "2025-01-10"],
    "with its truth": [*SMALL, "--to", "2025-01-20", "--truth"],
    "another seed": [*SMALL, "--seed", "42", "--from", "2024-02-01", "--to", "2024-04-01"],
}


def measure(manifest):
    tables = [*manifest["tables"].values(), *manifest.get("truth", {}).get("tables", {}).values()]
    return {file["path"]: {"records": file["records"], "digest": file["digest"]}
            for table in tables for file in table["files"]}


def measure_all():
    case = program.Case()
    try:
        case.setUp()
        return {name: measure(case.generate(name, *arguments)) for name, arguments in FEEDS.items()}
    finally:
        case.doCleanups()


class Golden(program.Case):
    def test_digests_are_those_of_this_version(self):
        self.assertEqual(measure_all(), json.loads(GOLDEN.read_text()), "see tests/golden/update.py")


if __name__ == "__main__":
    unittest.main()
