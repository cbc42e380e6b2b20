"""The truth lies apart: it changes no byte of the feed, and threads, windows and layouts change none of it."""
import unittest

import program

FEED = ["--users", 12, "--to", "2025-03-01", "--population", "heavy"]
TABLES = ("user", "session", "stream", "wrapped")


class Truth(program.Case):
    def truth_files(self, feed):
        return {path: hash for path, hash in self.checksums(feed).items() if path.startswith("truth/")}

    def feed_files(self, feed):
        return {path: hash for path, hash in self.checksums(feed).items()
                if not path.startswith("truth/") and path != "_manifest.json"}

    def test_changes_no_byte_of_the_feed(self):
        for arguments in (["--layout", "user"], ["--layout", "day"], ["--format", "json"]):
            without = self.generate("without", *FEED, *arguments, "--force")
            manifest = self.generate("with", *FEED, *arguments, "--force", "--truth")
            self.assertEqual(self.feed_files("with"), self.feed_files("without"))
            self.assertEqual(manifest["tables"], without["tables"])
            self.assertEqual((manifest["options"].pop("truth"), without["options"].pop("truth")), (True, False))
            self.assertEqual(manifest["options"], without["options"])
            self.assertNotIn("truth", without)
            self.assertEqual(self.truth_files("without"), {})

    def test_is_the_same_in_every_layout_and_format(self):
        digests = []
        for arguments in (["--layout", "user"], ["--layout", "day"], ["--format", "parquet"]):
            tables = self.generate("feed", *FEED, *arguments, "--force", "--truth")["truth"]["tables"]
            self.assertEqual(sorted(tables), sorted(TABLES))
            digests.append({table: [(file["path"], file["records"], file["digest"], file["checksum"])
                                    for file in tables[table]["files"]] for table in TABLES})
            self.assertEqual(set(self.truth_files("feed")),
                             {f"truth/{table}/{name}" for table in TABLES for name in ("_SUCCESS", "part-00000.avro")})
        self.assertEqual(digests[1], digests[0])
        self.assertEqual(digests[2], digests[0])

    def test_threads_change_no_byte(self):
        # Ten years make parts of eight users.
        many = ["--users", 20, "--from", "2016-01-01", "--to", "2026-01-01", "--only-to", "2016-02-01", "--truth"]
        first = None
        for threads in (1, 2, 7):
            self.generate("feed", *many, "--threads", threads, "--force")
            files = self.checksums("feed")
            self.assertIn("truth/stream/part-00002.avro", files)
            first = first or files
            self.assertEqual(files, first, f"--threads {threads}")

    def test_a_window_has_the_rows_of_the_whole(self):
        window = ["--only-users", "3:9", "--only-from", "2025-01-20", "--only-to", "2025-02-10"]
        self.generate("whole", *FEED, "--truth")
        plays = {event["stream_id"]: event for event in self.rows("whole/event") if event["event_type"] == "play"}
        inside = {stream for stream, play in plays.items()
                  if 3 <= play["user_id"] < 9 and "2025-01-20" <= play["event_time"] < "2025-02-10"}
        begins = {}
        for stream in sorted(plays):
            begins.setdefault(plays[stream]["session_id"], stream)
        whole = {table: self.rows(f"whole/truth/{table}") for table in TABLES}
        for layout in ("user", "day"):
            self.generate(layout, *FEED, *window, "--layout", layout, "--truth")
            self.assertEqual(self.rows(f"{layout}/truth/stream"),
                             [row for row in whole["stream"] if row["stream_id"] in inside])
            self.assertEqual(self.rows(f"{layout}/truth/session"),
                             [row for row in whole["session"] if begins[row["session_id"]] in inside])
            self.assertEqual(self.rows(f"{layout}/truth/user"), whole["user"][3:9])
            self.assertIn("no violation", self.run_program("verify", layout)[0])
        self.assertEqual({row["stream_id"] for row in whole["stream"]}, set(plays))

    def test_verify_and_inspect_know_it(self):
        self.generate("feed", *FEED, "--truth")
        self.assertIn("8 files", self.run_program("verify", "feed")[0])
        self.assertIn("\ntruth/stream: ", self.run_program("inspect", "feed")[0])
        self.assertIn("schema wrapfeed.TruthSession", self.run_program("inspect", "feed/truth/session")[0])
        user = self.rows("feed/truth/user")[0]
        self.assertEqual(len(user["traits"]), 19)
        self.assertTrue(all(0 <= axis <= 1 for axis in user["axes"].values()))

    def test_comes_from_the_config_file_too_and_goes_by_force(self):
        (self.folder / "feed.toml").write_text("truth = true\n")
        manifest = self.generate("feed", *FEED, "--config", "feed.toml")
        self.assertEqual(sorted(manifest["truth"]["tables"]), sorted(TABLES))
        self.assertNotIn("truth", self.generate("feed", *FEED, "--force"))
        self.assertFalse((self.folder / "feed" / "truth").exists())

    def test_the_null_sink_writes_none(self):
        self.run_program("generate", *program.SMALL_CATALOG, *FEED, "--truth", "--sink", "null", "--quiet")
        self.assertEqual(list(self.folder.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
