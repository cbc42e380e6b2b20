"""The check itself finds what it is for: each kind of violation, planted in a small tree."""
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import check_includes


class CheckIncludes(unittest.TestCase):
    def violations(self, table, files):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            rows = "".join(f"| `{name}` | what | {used} |\n" for name, used in table.items())
            (root / "ARCHITECTURE.md").write_text("| Module | What | May include |\n| --- | --- | --- |\n" + rows)
            for name, text in files.items():
                path = root / "src" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
            return check_includes.violations(root)

    def test_allowed_include_passes(self):
        self.assertEqual(self.violations({"a": "", "b": "a"}, {"a/x.h": "", "b/y.cc": '#include "a/x.h"\n'}), [])

    def test_undeclared_arrow_is_found(self):
        found = self.violations({"a": "", "b": ""}, {"a/x.h": "", "b/y.cc": '#include "a/x.h"\n'})
        self.assertEqual(len(found), 1)
        self.assertIn("y.cc:1: b may not include a", found[0])

    def test_cycle_is_found(self):
        found = self.violations({"a": "b", "b": "a"}, {"a/x.h": "", "b/y.h": ""})
        self.assertEqual(found, ["ARCHITECTURE.md: cycle a -> b -> a"])

    def test_folder_without_row_is_found(self):
        self.assertEqual(len(self.violations({"a": ""}, {"a/x.h": "", "b/y.h": ""})), 1)

    def test_undeclared_link_is_found(self):
        found = self.violations({"a": "", "b": ""}, {"a/x.h": "", "b/CMakeLists.txt": "wrapfeed_module(b a LIBRARIES z)"})
        self.assertEqual(len(found), 1)
        self.assertIn("b may not link a", found[0])

    def test_include_of_no_file_is_found(self):
        self.assertEqual(len(self.violations({"a": ""}, {"a/x.h": '#include "a/gone.h"\n'})), 1)


if __name__ == "__main__":
    unittest.main()
