"""A tiny feed in every layout and format, with more threads than parts: what the sanitizer builds run."""
import unittest

import program


class TinyFeed(program.Case):
    def test_every_layout(self):
        for layout in ("user", "day"):
            manifest = self.generate(layout, "--users", 10, "--to", "2025-01-15", "--layout", layout, "--threads", 4)
            self.assertGreater(manifest["tables"]["event"]["records"], 100)
            self.assertIn("no violation", self.run_program("verify", layout)[0])

    def test_every_codec(self):
        for codec in ("null", "deflate", "snappy", "zstandard"):
            self.generate(codec, "--users", 3, "--to", "2025-01-05", "--codec", codec)
            self.assertGreater(len(self.rows(f"{codec}/event")), 10)

    def test_several_parts_at_once(self):
        # Ten years make parts of eight users.
        self.run_program("generate", *program.SMALL_CATALOG, "--users", 12, "--from", "2016-01-01", "--to", "2026-01-01",
                         "--sink", "null", "--codec", "null", "--threads", 4, "--quiet")


if __name__ == "__main__":
    unittest.main()
