"""Shares of a feed, each made by a process of its own, are together the whole feed: the same names and bytes."""
import random
import shutil
import subprocess
import time
import unittest

import program

SMALL = ["--users", 100, "--from", "2016-01-01", "--to", "2026-01-01"]
FEEDS = {
    "user": ["--only-to", "2016-03-15"],
    "day": ["--only-to", "2016-01-10", "--layout", "day", "--truth"],
    "csv": ["--only-to", "2016-01-20", "--format", "csv"],
}
FEWEST_PARTS = 8  # of these feeds: with more shares the last may have nothing to do


class Shares(program.Case):
    def share(self, part, parts, *arguments):
        return ["generate", "--quiet", *program.SMALL_CATALOG, *SMALL, *arguments, "--out", "feed", "--part", part,
                "--parts", parts]

    def run_at_once(self, commands):
        for process in [self.start(*command) for command in commands]:
            _, errors = process.communicate(timeout=600)
            self.assertEqual(process.returncode, 0, errors)

    def assert_shares_make_the_whole(self, name, counts):
        self.generate("whole", *SMALL, *FEEDS[name])
        expected = self.checksums("whole")
        order = random.Random(name)
        for count in counts:
            with self.subTest(shares=count):
                parts = list(range(count))
                order.shuffle(parts)
                while parts:  # one to three at once
                    together = [parts.pop() for _ in range(min(len(parts), order.randint(1, 3)))]
                    if count <= FEWEST_PARTS:
                        self.assertFalse((self.folder / "feed" / "_manifest.json").exists())
                    self.run_at_once([self.share(part, count, *FEEDS[name]) for part in together])
                self.assertEqual(self.checksums("feed"), expected)
                shutil.rmtree(self.folder / "feed")

    def test_layout_user(self):
        self.assert_shares_make_the_whole("user", (1, 2, 3, 8))

    def test_layout_day_with_its_truth(self):
        self.assert_shares_make_the_whole("day", (1, 2, 3, 8))

    def test_another_format(self):
        self.assert_shares_make_the_whole("csv", (3,))

    def test_more_shares_than_parts(self):
        self.assert_shares_make_the_whole("day", (20,))

    def test_the_same_share_twice_at_once_and_again(self):
        self.generate("whole", *SMALL, *FEEDS["user"])
        self.run_at_once([self.share(0, 2, *FEEDS["user"])] * 2)
        self.run_at_once([self.share(0, 2, *FEEDS["user"])])
        self.assertFalse((self.folder / "feed" / "_manifest.json").exists())
        self.run_at_once([self.share(1, 2, *FEEDS["user"])] * 3)
        self.assertEqual(self.checksums("feed"), self.checksums("whole"))
        self.run_at_once([self.share(1, 2, *FEEDS["user"])])
        self.assertEqual(self.checksums("feed"), self.checksums("whole"))

    def test_shares_that_end_at_once_close_the_feed(self):
        tiny = ["--only-to", "2016-01-02", "--users", 16, "--codec", "null"]
        self.generate("whole", *SMALL, *tiny)
        expected = self.checksums("whole")
        for _ in range(10):
            self.run_at_once([self.share(part, 2, *tiny) for part in range(2)])
            self.assertEqual(self.checksums("feed"), expected)
            shutil.rmtree(self.folder / "feed")

    def test_a_killed_share_is_run_again(self):
        self.generate("whole", *SMALL, *FEEDS["user"])
        killed = self.start(*self.share(1, 2, *FEEDS["user"], "--threads", 1))
        deadline = time.monotonic() + 60
        while not list(self.folder.glob("feed/.unfinished/event/*.json")):
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.005)
        killed.kill()
        killed.communicate()
        self.run_at_once([self.share(0, 2, *FEEDS["user"])])
        self.assertFalse((self.folder / "feed" / "_manifest.json").exists())
        self.run_at_once([self.share(1, 2, *FEEDS["user"], "--resume")])
        self.assertEqual(self.checksums("feed"), self.checksums("whole"))

    def test_a_share_of_another_feed_is_refused(self):
        self.run_at_once([self.share(0, 2, *FEEDS["user"])])
        for other, message in ((["--seed", 2], "--seed is 1 there and 2 here"),
                               (["--block-size", 64], "--block-size is 256 there and 64 here"),
                               (["--layout", "day"], "--layout is user there and day here")):
            _, errors = self.run_program(*self.share(1, 2, *FEEDS["user"], *other), status=1)
            self.assert_one_line(errors, "feed: another feed is in it: " + message)

    def test_two_feeds_begun_at_once_are_never_mixed(self):
        processes = [self.start(*self.share(0, 2, *FEEDS["user"], "--seed", seed)) for seed in (1, 2)]
        ended = [process.communicate(timeout=600) for process in processes]
        results = sorted((process.returncode, errors) for process, (_, errors) in zip(processes, ended))
        self.assertEqual([status for status, _ in results], [0, 1])
        self.assert_one_line(results[1][1], "another feed is in it: --seed is")

    def test_a_share_says_what_is_still_to_do(self):
        command = [word for word in self.share(1, 2, *FEEDS["user"]) if word != "--quiet"]
        self.assertRegex(self.run_program(*command)[0], "feed, share 1 of 2, finished; the feed has 6 of 16 parts")
        self.assert_one_line(self.run_program("verify", "feed", status=1)[1], "unfinished")


if __name__ == "__main__":
    unittest.main()
