"""Drives the built program, named by the environment variable WRAPFEED, as its users do."""
import hashlib
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

WRAPFEED = os.environ.get("WRAPFEED") or str(Path(__file__).parents[2] / "build" / "release" / "wrapfeed")
SMALL_CATALOG = ["--tracks", "2000", "--artists", "400"]
EVERYTHING = str(2**62)  # as many rows as there are


class Case(unittest.TestCase):
    """A test with an empty folder of its own, in which the program runs."""

    maxDiff = 2000

    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="wrapfeed-test-")
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        self.program = WRAPFEED

    def start(self, *arguments, **options):
        return subprocess.Popen([self.program, *map(str, arguments)], cwd=self.folder, text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)

    def run_program(self, *arguments, status=0, **options):
        process = self.start(*arguments, **options)
        output, errors = process.communicate(timeout=600)
        self.assertEqual(process.returncode, status, f"wrapfeed {' '.join(map(str, arguments))}\n{errors}")
        return output, errors

    def generate(self, out, *arguments, **options):
        """A feed of a small catalog in the folder `out`; its manifest."""
        catalog = [] if "--catalog" in arguments else SMALL_CATALOG
        self.run_program("generate", "--quiet", *catalog, "--out", out, *arguments, **options)
        return self.manifest(out)

    def manifest(self, feed):
        return json.loads((self.folder / feed / "_manifest.json").read_text())

    def checksums(self, feed):
        """Every file of a folder, by its path, as a hash of its bytes."""
        root = self.folder / feed
        return {str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest()
                for path in sorted(root.rglob("*")) if path.is_file()}

    def rows(self, path):
        """The rows of an Avro file or of a table's folder."""
        output, _ = self.run_program("inspect", path, "--head", EVERYTHING)
        return [json.loads(line) for line in output.splitlines() if line.startswith("{")]

    def assert_one_line(self, errors, *parts):
        lines = errors.splitlines()
        self.assertEqual(len(lines), 1, errors)
        self.assertTrue(lines[0].startswith("wrapfeed: "), errors)
        for part in parts:
            self.assertIn(part, lines[0])
