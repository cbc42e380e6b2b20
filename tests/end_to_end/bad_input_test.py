"""Whatever goes wrong: one clear line, the right exit status, and nothing that looks finished."""
import os
import re
import signal
import subprocess
import time
import unittest

import program

SHORT = ["--users", 3, "--to", "2025-01-08"]
LONG = ["--users", 100_000, "--quiet"]

WRONG_USAGE = [
    ([], "takes a verb out of generate, catalog, inspect"),
    (["generat"], 'not "generat"'),
    (["catalog"], "import, synthesize"),
    (["catalog", "make"], 'not "make"'),
    (["generate", "--usrs", "5"], "takes no --usrs"),
    (["generate", "5"], "takes no 5"),
    (["generate", "--users"], "--users has no value: takes a whole number from 1 to"),
    (["generate", "--users", "0"], '--users "0": takes a whole number from 1 to'),
    (["generate", "--users", "-5"], '--users "-5": takes a whole number from 1 to'),
    (["generate", "--users", "many"], '--users "many": takes a whole number from 1 to'),
    (["generate", "--users", "99999999999999999999"], "--users"),
    (["generate", "--from", "2025-02-30"], '--from "2025-02-30": takes a date'),
    (["generate", "--from", "yesterday"], '--from "yesterday": takes a date'),
    (["generate", "--from", "2025-06-01", "--to", "2025-01-01"], "--to 2025-01-01: takes a date after --from 2025-06-01"),
    (["generate", "--to", "2025-01-01"], "--to 2025-01-01: takes a date after --from 2025-01-01"),
    (["generate", "--codec", "brotli"], '--codec "brotli": takes one of null, deflate, snappy, zstandard'),
    (["generate", "--layout", "week"], '--layout "week": takes one of user, day'),
    (["generate", "--format", "orc"], '--format "orc": takes one of avro, parquet, csv, json'),
    (["generate", "--only-users", "5"], '--only-users "5": takes A:B'),
    (["generate", "--only-users", "5:5"], "--only-users 5:5: takes A:B with 0 <= A < B <= 1000"),
    (["generate", "--only-users", "0:1001"], "--only-users 0:1001"),
    (["generate", "--only-from", "2024-12-31"], "--only-from 2024-12-31"),
    (["generate", "--only-to", "2026-01-02"], "--only-to 2026-01-02"),
    (["generate", "--threads", "0"], '--threads "0": takes a whole number from 1 to 1024'),
    (["generate", "--artists", "200000"], "--artists 200000: takes a whole number from 1 to 100000"),
    (["generate", "--catalog", "x", "--tracks", "10"], "--tracks: describes the synthetic catalog"),
    (["generate", "--part", "0"], "--part: takes --parts beside it"),
    (["generate", "--parts", "2"], "--parts: takes --part beside it"),
    (["generate", "--part", "2", "--parts", "2"], "--part 2: takes a whole number from 0 to 1 (less than --parts)"),
    (["generate", "--part", "-1", "--parts", "2"], '--part "-1": takes a whole number from 0 to'),
    (["generate", "--part", "0", "--parts", "0"], '--parts "0": takes a whole number from 1 to'),
    (["generate", "--part", "0", "--parts", "2", "--force"], "--force: takes no --part beside it"),
    (["generate", "--resume", "--force"], "--force: takes no --resume beside it"),
    (["generate", "--resume", "--sink", "null"], "--resume: takes no --sink null beside it"),
    (["generate", "--progress", "loud"], "takes one of auto, always, never"),
    (["catalog", "synthesize", "--tracks", "0"], '--tracks "0": takes a whole number from 1'),
    (["catalog", "synthesize", "--artists", "200000"], "--artists 200000: takes a whole number from 1 to 100000"),
    (["catalog", "synthesize", "--releases-to", "1950-01-01"], "--releases-to 1950-01-01: takes a date from 1960"),
    (["generate", "--releases-to", "1950-01-01"], "--releases-to 1950-01-01: takes a date from 1960"),
    (["catalog", "import", "--tracks", "a.csv"], "is missing: takes a"),
    (["inspect"], "PATH is missing: takes an Avro file or a folder of them"),
    (["verify"], "FEED is missing: takes a feed folder"),
    (["inspect", "x", "--head", "-1"], '--head "-1": takes a whole number from 0'),
]

FAILURES = [
    (["generate", "--catalog", "nowhere"], "nowhere"),
    (["generate", "--config", "nowhere.toml"], "nowhere.toml"),
    (["inspect", "nowhere"], "inspect: nowhere: no such file or folder"),
    (["inspect", "."], "holds no Avro file"),
    (["verify", "nowhere"], "nowhere"),
    (["catalog", "import", "--tracks", "a.csv", "--genres", "b.csv", "--artists", "c.csv", "--out", "d"], "a.csv"),
]


class CommandLine(program.Case):
    def test_wrong_usage_names_the_flag_and_what_it_takes(self):
        for arguments, message in WRONG_USAGE:
            with self.subTest(arguments=arguments):
                _, errors = self.run_program(*arguments, status=2)
                self.assert_one_line(errors, message)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_a_failing_world_is_one_line_with_what_and_where(self):
        for arguments, message in FAILURES:
            with self.subTest(arguments=arguments):
                _, errors = self.run_program(*arguments, status=1)
                self.assert_one_line(errors, message)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_help_and_version(self):
        for verb in ([], ["generate"], ["catalog"], ["catalog", "import"], ["catalog", "synthesize"], ["inspect"],
                     ["verify"]):
            output, _ = self.run_program(*verb, "--help")
            self.assertIn("Example: wrapfeed ", output)
        self.assertRegex(self.run_program("--version")[0], r"^wrapfeed \d+\.\d+\.\d+\n$")

    def test_every_example_of_the_help_is_taken(self):
        for verb in (["generate"], ["catalog", "synthesize"]):
            output, _ = self.run_program(*verb, "--help")
            example = re.search(r"Example: wrapfeed (.*)", output)[1].split()
            self.run_program(*example)

    def test_config_file(self):
        (self.folder / "feed.toml").write_text('users = 2\nto = "2025-01-10"\ntracks = 500\nartists = 50\n')
        self.run_program("generate", "--config", "feed.toml", "--users", 3, "--quiet")
        options = self.manifest("feed")["options"]
        self.assertEqual((options["users"], options["to"], options["tracks"]), (3, "2025-01-10", 500))
        (self.folder / "wrong.toml").write_text("usres = 2\n")
        self.assert_one_line(self.run_program("generate", "--config", "wrong.toml", status=2)[1], '"usres" is no flag')
        (self.folder / "value.toml").write_text("users = 0\n")
        self.assert_one_line(self.run_program("generate", "--config", "value.toml", status=2)[1], '--users "0"')

    def test_quiet_prints_nothing(self):
        output, errors = self.run_program("generate", *program.SMALL_CATALOG, *SHORT, "--quiet")
        self.assertEqual((output, errors), ("", ""))

    def test_progress_always_draws_a_bar(self):
        _, errors = self.run_program("generate", *program.SMALL_CATALOG, "--users", 100, "--sink", "null",
                                     "--progress", "always", "--threads", 1)
        self.assertIn("% ", errors)
        self.assertIn(" events/s", errors)


class OutputFolder(program.Case):
    def test_an_existing_feed_is_left_alone_without_force(self):
        self.generate("feed", *SHORT)
        before = self.checksums("feed")
        _, errors = self.run_program("generate", *SHORT, "--seed", 2, status=1)
        self.assert_one_line(errors, "feed: exists and is not empty (--force replaces it)")
        self.assertEqual(self.checksums("feed"), before)
        self.generate("feed", *SHORT, "--seed", 2, "--force")
        self.assertNotEqual(self.checksums("feed"), before)

    def test_force_removes_nothing_that_is_no_feed(self):
        (self.folder / "papers").mkdir()
        (self.folder / "papers" / "thesis.txt").write_text("years of work")
        _, errors = self.run_program("generate", *SHORT, "--out", "papers", "--force", status=1)
        self.assert_one_line(errors, "papers: not replaced: thesis.txt is no part of a feed")
        self.assertEqual((self.folder / "papers" / "thesis.txt").read_text(), "years of work")

    def test_a_feed_never_replaces_its_own_catalog(self):
        self.generate("feed", *SHORT)
        before = self.checksums("feed")
        _, errors = self.run_program("generate", *SHORT, "--catalog", "feed", "--force", status=1)
        self.assert_one_line(errors, "holds the --catalog feed")
        self.assertEqual(self.checksums("feed"), before)

    def test_a_file_in_its_place_is_refused(self):
        (self.folder / "feed").write_text("x")
        self.assert_one_line(self.run_program("generate", *SHORT, "--force", status=1)[1], "is not a folder")

    @unittest.skipIf(os.getuid() == 0, "root may write everywhere")
    def test_an_unwritable_place(self):
        self.folder.chmod(0o500)
        self.addCleanup(self.folder.chmod, 0o700)
        self.assert_one_line(self.run_program("generate", *SHORT, status=1)[1], "feed")


class DamagedFiles(program.Case):
    def setUp(self):
        super().setUp()
        self.generate("feed", *SHORT)
        self.file = self.folder / "feed" / "event" / "part-00000.avro"

    def assert_damage_is_told(self, data):
        self.file.write_bytes(data)
        self.assert_one_line(self.run_program("inspect", self.file, status=1)[1], str(self.file))

    def test_truncated(self):
        data = self.file.read_bytes()
        for size in (0, 3, 100, len(data) // 2, len(data) - 1):
            with self.subTest(size=size):
                self.assert_damage_is_told(data[:size])

    def test_foreign(self):
        self.assert_damage_is_told(b"PAR1" + bytes(1000))

    def test_damaged_catalog_makes_no_feed(self):
        track = self.folder / "feed" / "track" / "part-00000.avro"
        track.write_bytes(track.read_bytes()[:-20])
        _, errors = self.run_program("generate", *SHORT, "--catalog", "feed", "--out", "other", status=1)
        self.assert_one_line(errors, "feed/track/part-00000.avro")
        self.assertFalse((self.folder / "other").exists())


class Interruption(program.Case):
    def start_writing(self, *arguments):
        """A long generation of which the first events are on their way to the disk."""
        process = self.start("generate", *program.SMALL_CATALOG, *LONG, *arguments)
        self.addCleanup(process.kill)
        deadline = time.monotonic() + 60
        while not any(path.stat().st_size > 0 for path in self.files()):
            self.assertLess(time.monotonic(), deadline, "no event was written")
            self.assertIsNone(process.poll(), "ended before its time")
            time.sleep(0.02)
        return process

    def files(self):
        return [path for path in (self.folder / "feed" / "event").rglob("*") if path.is_file()]

    def assert_interrupted(self, sent, *arguments):
        process = self.start_writing(*arguments)
        process.send_signal(sent)
        started = time.monotonic()
        _, errors = process.communicate(timeout=60)
        self.assertLess(time.monotonic() - started, 10)
        self.assertEqual(process.returncode, 1, errors)
        self.assert_one_line(errors, "generate: feed: interrupted; --resume goes on from what is finished")

    def assert_only_whole_parts(self):
        feed = self.folder / "feed"
        self.assertFalse((feed / "_manifest.json").exists())
        self.assertEqual([*feed.rglob("_SUCCESS"), *feed.rglob("*.partial")], [])
        self.assert_one_line(self.run_program("verify", "feed", status=1)[1], "feed: unfinished")

    def test_ctrl_c_leaves_only_whole_parts(self):
        self.assert_interrupted(signal.SIGINT)
        self.assert_only_whole_parts()

    def test_terminate_leaves_only_whole_parts(self):
        self.assert_interrupted(signal.SIGTERM, "--threads", 3)
        self.assert_only_whole_parts()

    def test_a_closed_standard_error_changes_nothing(self):
        self.generate("open", *SHORT)
        subprocess.run(["bash", "-c", 'exec "$0" generate "$@" 2>&-', program.WRAPFEED, *program.SMALL_CATALOG, "--out",
                        "closed", *map(str, SHORT)], cwd=self.folder, check=True, stdout=subprocess.DEVNULL)
        self.assertEqual(self.checksums("open"), self.checksums("closed"))

    def test_ctrl_c_before_the_first_event_keeps_the_former_feed(self):
        self.generate("feed", *SHORT)
        before = self.checksums("feed")
        process = self.start("generate", "--tracks", 400_000, "--users", 3, "--out", "feed", "--force")
        self.addCleanup(process.kill)
        time.sleep(0.7)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=120)
        self.assertEqual(process.returncode, 1, errors)
        self.assertEqual(self.checksums("feed"), before)

    def test_ctrl_c_of_a_catalog_leaves_nothing(self):
        process = self.start("catalog", "synthesize", "--tracks", 400_000, "--out", "songs")
        self.addCleanup(process.kill)
        time.sleep(0.7)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=120)
        self.assertEqual(process.returncode, 1, errors)
        self.assert_one_line(errors, "catalog synthesize: songs: interrupted")
        self.assertFalse((self.folder / "songs").exists())

    def test_a_kill_leaves_nothing_that_looks_whole(self):
        process = self.start_writing()
        process.kill()
        process.communicate()
        feed = self.folder / "feed"
        self.assertFalse((feed / "_manifest.json").exists())
        self.assertEqual(list(feed.rglob("_SUCCESS")), [])
        self.assert_one_line(self.run_program("verify", "feed", status=1)[1], "feed")
        self.assert_one_line(self.run_program("generate", *SHORT, status=1)[1], "--force replaces it")
        self.generate("feed", *SHORT, "--force")


if __name__ == "__main__":
    unittest.main()
