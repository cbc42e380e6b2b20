"""Other people's readers of streaming histories read ours, and count what the events say. setup.sh fetches them."""
import json
import os
import re
import subprocess
import sys
import unittest
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "end_to_end"))
import program  # noqa: E402

ROOT = Path(__file__).parents[2]
PYTHON = Path(os.environ.get("WRAPFEED_DEPS") or ROOT / "build" / "deps") / "history_readers" / "bin" / "python"
USER = 1
REASONS_END = {"trackdone", "fwdbtn", "backbtn", "endplay", "logout", "remote", "trackerror", "unexpected-exit",
               "unexpected-exit-while-paused", "unknown"}
REASONS_START = {"trackdone", "fwdbtn", "backbtn", "clickrow", "appload", "playbtn", "remote", "trackerror", "unknown",
                 "persisted"}


class HistoryReaders(program.Case):
    def setUp(self):
        super().setUp()
        if not PYTHON.exists():
            self.fail(f"{PYTHON} is missing: run tests/foreign/setup.sh")
        self.generate("feed", "--users", 3, "--population", "heavy", "--from", "2022-06-01", "--to", "2025-01-01")
        ended = [row for row in self.rows("feed/event") if row["user_id"] == USER and row["ms_played"] is not None]
        self.streams = len(ended)
        self.ms_played = sum(row["ms_played"] for row in ended)
        self.assertGreater(self.streams, 20_000)

    def reader(self, code, *arguments):
        environment = dict(os.environ, TZ="UTC", PYTHONWARNINGS="ignore", HOME=str(self.folder))
        result = subprocess.run([PYTHON, "-c", code, *arguments], cwd=self.folder, text=True, env=environment,
                                capture_output=True)
        self.assertEqual(result.returncode, 0, result.stderr)
        return json.loads(result.stdout.splitlines()[-1])

    def test_the_extended_history(self):
        self.run_program("export-history", "feed", "--user", USER, "--out", "mine.zip")
        self.run_program("export-history", "feed", "--user", USER, "--out", "mine")
        with zipfile.ZipFile(self.folder / "mine.zip") as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        self.assertEqual(files, {str(path.relative_to(self.folder / "mine")): path.read_bytes()
                                 for path in (self.folder / "mine").rglob("*.json")})
        rows = []
        for number, name in enumerate(sorted(files, key=lambda name: int(re.search(r"_(\d+)\.json", name)[1]))):
            some = json.loads(files[name])
            first, last = some[0]["ts"][:4], some[-1]["ts"][:4]
            years = first if first == last else f"{first}-{last}"
            self.assertEqual(name, f"Spotify Extended Streaming History/Streaming_History_Audio_{years}_{number}.json")
            self.assertTrue(len(some) == 16_000 or number == len(files) - 1)
            self.assertLess(abs(len(files[name]) / len(some) - 775), 75)  # about 12 MB in 16,000 rows
            rows += some
        times = [row["ts"] for row in rows]
        self.assertEqual(times, sorted(set(times)))
        self.assertEqual(len(rows), self.streams)
        for row in rows:
            self.assertEqual(len(row), 23)
            self.assertRegex(row["ts"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
            self.assertRegex(row["spotify_track_uri"], r"^spotify:track:[0-9A-Za-z]{22}$")
            self.assertIn(row["reason_start"], REASONS_START)
            self.assertIn(row["reason_end"], REASONS_END)
        self.assertTrue(any(row["reason_start"] == "clickrow" and row["reason_end"] == "trackdone" for row in rows))

        read = """if True:
            import json, sys
            from spotify_history_reader import SpotifyHistoryReader
            with SpotifyHistoryReader() as reader:
                getattr(reader, sys.argv[1])(sys.argv[2])
                plays = list(reader.read(strict=True))
            print(json.dumps([len(plays), sum(play.playback.ms_played for play in plays)]))"""
        for how, path in [("add_source_zip", "mine.zip"), ("add_source_directory", "mine")]:
            self.assertEqual(self.reader(read, how, path), [self.streams, self.ms_played])

        subprocess.run([PYTHON, "-m", "spotify_to_sqlite", "convert", "mine.zip", "mine.db"], cwd=self.folder, check=True,
                       capture_output=True)
        tables = self.reader("""if True:
            import json, sqlite3
            database = sqlite3.connect("mine.db")
            tables = [name for (name,) in database.execute("select name from sqlite_master where type = 'table'")]
            sums = [database.execute(f"select count(*), sum(ms_played) from [{name}]").fetchone() for name in tables]
            print(json.dumps([sum(column) for column in zip(*sums)]))""")
        self.assertEqual(tables, [self.streams, self.ms_played])

    def test_the_short_form(self):
        self.run_program("export-history", "feed", "--user", USER, "--form", "short", "--out", "mine")
        rows = [row for path in (self.folder / "mine").rglob("StreamingHistory_music_*.json")
                for row in json.loads(path.read_text())]
        count = """if True:
            import json, sys
            from streamd.client import load_plays
            print(json.dumps(len(load_plays("mine", min_ms=int(sys.argv[1])))))"""
        for least in (0, 30_000):
            self.assertEqual(self.reader(count, str(least)), sum(row["msPlayed"] >= least for row in rows))
        self.assertGreater(len(rows), 1_000)

    def test_endsong_and_refusals(self):
        self.run_program("export-history", "feed", "--user", USER, "--form", "endsong", "--out", "old")
        self.assertEqual(len(json.loads((self.folder / "old" / "MyData" / "endsong_0.json").read_text())), 16_000)
        before = self.checksums("old")
        for arguments, message in [(["--user", 3], "feed: has no user 3, but those from 0 to 2"),
                                   (["--user", USER, "--out", "old"], "--out old: exists (--force replaces"),
                                   (["--user", USER, "--out", "feed.zip/x/mine.zip"], "mine.zip: ")]:
            _, errors = self.run_program("export-history", "feed", *arguments, status=1)
            self.assert_one_line(errors, "export-history: ", message)
        self.assertEqual(self.checksums("old"), before)
        _, errors = self.run_program("export-history", "feed", status=2)
        self.assert_one_line(errors, "--user is missing: takes a whole number")


if __name__ == "__main__":
    unittest.main()
