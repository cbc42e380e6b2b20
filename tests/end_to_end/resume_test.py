"""A run that something ended is gone on with by --resume, and the feed is that of a run that nothing ended."""
import json
import random
import resource
import shutil
import signal
import subprocess
import time
import unittest

import program

# Ten years make parts of eight users, of which only the first days are made: many small parts.
SMALL = ["--users", 100, "--from", "2016-01-01", "--to", "2026-01-01"]
FEEDS = {
    "user": ["--only-to", "2016-06-01", "--truth"],
    "day": ["--only-to", "2016-05-01", "--layout", "day"],
}


class ResumeCase(program.Case):
    def command(self, *arguments):
        return ["generate", "--quiet", *program.SMALL_CATALOG, *SMALL, "--out", "feed", *arguments]

    def finished(self):
        """The files of the parts that have a record, and what identifies them on the disk."""
        files = {}
        for record in (self.folder / "feed" / ".unfinished").glob("*/part-*.json"):
            for entries in json.loads(record.read_text()).values():
                for entry in entries:
                    status = (self.folder / "feed" / entry["path"]).stat()
                    files[entry["path"]] = (status.st_ino, status.st_mtime_ns)
        return files

    def resume(self, *arguments):
        """Goes on with the feed; what was finished is not made again."""
        before = self.finished()
        self.run_program(*self.command(*arguments, "--resume"))
        for path, (inode, written) in before.items():
            status = (self.folder / "feed" / path).stat()
            self.assertEqual((status.st_ino, status.st_mtime_ns), (inode, written), f"{path} was made again")

    def assert_nothing_looks_whole(self):
        self.assertFalse((self.folder / "feed" / "_manifest.json").exists())
        self.assertEqual(list((self.folder / "feed").rglob("_SUCCESS")), [])
        self.assert_one_line(self.run_program("verify", "feed", status=1)[1],
                             "feed: unfinished: it has no _manifest.json; generate --resume goes on with it")


class Killed(ResumeCase):
    KILLS = 15  # in each layout
    IN_A_ROW = 3

    def kill_after(self, seconds, *arguments):
        """Whether the run was killed with some of its parts finished and some not."""
        process = self.start(*self.command(*arguments))
        try:
            process.communicate(timeout=seconds)
            self.assertEqual(process.returncode, 0)
            return False
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.communicate()
        if (self.folder / "feed" / "_manifest.json").exists():
            return False
        return bool(self.finished())

    def assert_survives(self, name):
        arguments = FEEDS[name]
        started = time.monotonic()
        expected_manifest = self.generate("whole", *SMALL, *arguments)
        seconds = time.monotonic() - started
        self.assertGreater(expected_manifest["tables"]["event"]["records"], 10_000)
        expected = self.checksums("whole")
        moments = random.Random(f"moments {name}")
        amid = 0
        for feed in range(self.KILLS // self.IN_A_ROW):
            with self.subTest(feed=feed):
                for _ in range(self.IN_A_ROW):
                    amid += self.kill_after(moments.uniform(0.05, 0.95) * seconds, *arguments, "--resume")
                self.resume(*arguments)
                self.assertEqual(self.checksums("feed"), expected)
                shutil.rmtree(self.folder / "feed")
        self.assertGreaterEqual(amid, self.KILLS // 4, "kills before and after the work prove nothing")

    def test_layout_user(self):
        self.assert_survives("user")

    def test_layout_day(self):
        self.assert_survives("day")

    def test_a_killed_run_looks_unfinished(self):
        process = self.start(*self.command(*FEEDS["user"], "--threads", 1))
        deadline = time.monotonic() + 60
        while not (self.folder / "feed" / ".unfinished" / "event" / "part-00000.json").exists():
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.005)
        process.kill()
        process.communicate()
        self.assert_nothing_looks_whole()
        refused = self.run_program(*self.command(*FEEDS["user"]), status=1)[1]
        self.assert_one_line(refused, "feed: exists and is not empty (--resume goes on with it, --force replaces it)")
        other = self.run_program(*self.command(*FEEDS["user"], "--codec", "null", "--resume"), status=1)[1]
        self.assert_one_line(other, "feed: another feed is in it: --codec is deflate there and null here")
        truth = self.run_program(*self.command(*FEEDS["user"][:2], "--resume"), status=1)[1]
        self.assert_one_line(truth, "--truth is true there and false here")


class Whole(ResumeCase):
    def test_a_whole_feed_is_left_as_it_is(self):
        self.run_program(*self.command("--only-to", "2016-02-01", "--resume"))  # of nothing: begins
        before = self.checksums("feed")
        output, _ = self.run_program(*[word for word in self.command("--only-to", "2016-02-01", "--resume")
                                       if word != "--quiet"])
        self.assertIn("feed is whole already", output)
        self.assertEqual(self.checksums("feed"), before)
        other = self.run_program(*self.command("--only-to", "2016-02-02", "--resume"), status=1)[1]
        self.assert_one_line(other, "--only-to is 2016-02-01 there and 2016-02-02 here")

    def test_an_empty_folder_is_begun(self):
        (self.folder / "feed").mkdir()
        self.run_program(*self.command("--only-to", "2016-01-10", "--resume"))
        self.assertIn("no violation", self.run_program("verify", "feed")[0])

    def test_what_is_no_feed_is_refused(self):
        (self.folder / "feed").mkdir()
        (self.folder / "feed" / "thesis.txt").write_text("years of work")
        self.assert_one_line(self.run_program(*self.command("--resume"), status=1)[1],
                             "feed: holds no unfinished feed to go on with")

    def test_verify_finds_a_partial_file(self):
        self.run_program(*self.command("--only-to", "2016-01-10"))
        for place in ("event/.part-00003.avro.0badf00d.partial", "._manifest.json.0badf00d.partial"):
            partial = self.folder / "feed" / place
            partial.write_bytes(b"Obj")
            self.assertIn(place, self.run_program("verify", "feed", status=3)[0])
            partial.unlink()
        self.run_program("verify", "feed")


class FullDisk(ResumeCase):
    def assert_goes_on(self, expected, *arguments):
        self.resume(*arguments)
        self.assertEqual(self.checksums("feed"), expected)

    def test_a_file_size_limit(self):
        self.generate("whole", *SMALL, *FEEDS["user"])
        # The catalog's tables fit, some part of events does not.
        limit = max(path.stat().st_size for path in (self.folder / "whole" / "event").rglob("*.avro")) - 1
        _, errors = self.run_program(*self.command(*FEEDS["user"]), status=1,
                                     preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
        self.assert_one_line(errors, "feed/event/", "File too large; --resume goes on from what is finished")
        self.assert_nothing_looks_whole()
        self.assertGreater(len(self.finished()), 2)
        self.assertEqual(list((self.folder / "feed").rglob("*.partial")), [])
        self.assert_goes_on(self.checksums("whole"), *FEEDS["user"])

    def test_a_full_file_system(self):
        mounted = self.folder / "feed"
        mounted.mkdir()
        mount = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(mounted)], capture_output=True)
        if mount.returncode != 0:
            self.skipTest("no right to mount a small file system")
        self.addCleanup(subprocess.run, ["umount", str(mounted)], check=True)
        for name, arguments in (*FEEDS.items(), ("parquet", ["--only-to", "2016-07-01", "--format", "parquet"])):
            with self.subTest(feed=name):
                self.generate(name, *SMALL, *arguments)
                _, errors = self.run_program(*self.command(*arguments), status=1)
                self.assert_one_line(errors, "No space left on device", "--resume goes on from what is finished")
                self.assert_nothing_looks_whole()
                subprocess.run(["mount", "-o", "remount,size=256m", str(mounted)], check=True)
                self.assert_goes_on(self.checksums(name), *arguments)
                for path in mounted.iterdir():
                    shutil.rmtree(path) if path.is_dir() else path.unlink()
                subprocess.run(["mount", "-o", "remount,size=2m", str(mounted)], check=True)


class PowerCut(ResumeCase):
    def test_what_the_disk_lost_is_made_again(self):
        self.generate("whole", *SMALL, *FEEDS["user"])
        self.run_program(*self.command(*FEEDS["user"]), "--part", 0, "--parts", 2)
        records = sorted((self.folder / "feed" / ".unfinished").glob("*/part-*.json"))
        self.assertGreater(len(records), 3)
        parts = [self.folder / "feed" / next(iter(json.loads(record.read_text()).values()))[0]["path"]
                 for record in records]
        parts[0].write_bytes(b"")  # a file without its bytes,
        parts[1].write_bytes(bytes(parts[1].stat().st_size))  # one of zeros,
        parts[2].unlink()  # one without its name,
        records[3].write_text("")  # and a record without its text
        self.run_program(*self.command(*FEEDS["user"], "--resume"))
        self.assertEqual(self.checksums("feed"), self.checksums("whole"))


if __name__ == "__main__":
    unittest.main()
