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


if __name__ == "__main__":
    unittest.main()
