"""The same options give the same bytes for any number of threads, with AVX2 and BMI2 or without, and from a program that
was built otherwise. OTHER_BUILDS names such programs (./test gives those of the sanitizers, -O1 and -O2)."""
import os
import unittest

import program

# Two parts of each layout and more, so that threads have something to share.
LARGE = {
    "user": ["--users", 140, "--from", "2025-01-01", "--to", "2026-01-01"],
    "day": ["--users", 280, "--from", "2025-01-01", "--to", "2026-01-01", "--layout", "day", "--codec", "null"],
}
# Of ten years, the first days: many small parts in no time, for a sanitizer too.
SMALL = ["--users", 20, "--from", "2016-01-01", "--to", "2026-01-01", "--only-to", "2016-01-20", "--edge-cases"]
SMALL_FEEDS = {
    "user": [*SMALL, "--truth"],
    "day": [*SMALL, "--layout", "day", "--codec", "zstandard"],
    "heavy": [*SMALL, "--population", "heavy", "--codec", "snappy", "--seed", 2],
}


class SameBytes(program.Case):
    def files(self, *arguments, **options):
        self.generate("feed", *arguments, "--force", **options)
        return self.checksums("feed")

    def assert_same_with_threads(self, feed, counts=range(2, 9)):
        expected = self.files(*feed, "--threads", 1)
        self.assertIn("_manifest.json", expected)
        for count in counts:
            self.assertEqual(self.files(*feed, "--threads", count), expected, f"--threads {count}")

    def test_threads_in_layout_user(self):
        self.assert_same_with_threads(LARGE["user"], (2, 3, 8))

    def test_threads_in_layout_day(self):
        self.assert_same_with_threads(LARGE["day"], (2, 3, 8))

    def test_threads_with_truth_and_edge_cases(self):
        for name, feed in SMALL_FEEDS.items():
            with self.subTest(feed=name):
                self.assert_same_with_threads(feed)

    def test_a_plain_processor(self):
        plain = {**os.environ, "WRAPFEED_PLAIN": "1"}
        for name, feed in (*LARGE.items(), *SMALL_FEEDS.items()):
            with self.subTest(feed=name):
                self.assertEqual(self.files(*feed, env=plain), self.files(*feed))

    def test_other_builds(self):
        for other in os.environ.get("OTHER_BUILDS", program.WRAPFEED).split():
            for name, feed in SMALL_FEEDS.items():
                with self.subTest(feed=name, build=other):
                    expected = self.files(*feed)
                    self.program = os.path.abspath(other)
                    self.assertEqual(self.files(*feed), expected)
                    self.program = program.WRAPFEED


if __name__ == "__main__":
    unittest.main()
