"""A window, more users or more days change no event; rows come in the order of their layout."""
import subprocess
import sys
import unittest

import program


class Windows(program.Case):
    WHOLE = ["--users", 30, "--from", "2025-01-01", "--to", "2025-04-01"]
    PART = ["--only-users", "10:15", "--only-from", "2025-02-10", "--only-to", "2025-03-01"]

    def expected(self, events):
        return sorted((event for event in events if 10 <= event["user_id"] < 15
                       and "2025-02-10" <= event["event_time"] < "2025-03-01"), key=lambda event: event["event_id"])

    def test_window_has_the_rows_of_the_whole_feed(self):
        self.generate("whole", *self.WHOLE)
        expected = self.expected(self.rows("whole/event"))
        self.assertGreater(len(expected), 100)
        for layout in ("user", "day"):
            manifest = self.generate(layout, *self.WHOLE, *self.PART, "--layout", layout)
            events = sorted(self.rows(f"{layout}/event"), key=lambda event: event["event_id"])
            self.assertEqual(events, expected)
            self.assertEqual(manifest["tables"]["event"]["records"], len(expected))
            self.assertEqual([user["user_id"] for user in self.rows(f"{layout}/user")], list(range(10, 15)))

    def test_every_user_alone_is_the_user_of_the_whole_feed(self):
        self.generate("whole", *self.WHOLE)
        users = {user["user_id"]: user for user in self.rows("whole/user")}
        self.generate("one", *self.WHOLE, "--only-users", "29:30")
        self.assertEqual(self.rows("one/user"), [users[29]])


class Growth(program.Case):
    def events(self, feed, *arguments):
        self.generate(feed, *arguments)
        return {event["event_id"]: event for event in self.rows(f"{feed}/event")}

    def assert_kept(self, small, large):
        self.assertGreater(len(small), 100)
        self.assertGreater(len(large), len(small))
        for event_id, event in small.items():
            self.assertEqual(large[event_id], event)

    def test_more_users_change_no_event(self):
        small = self.events("small", "--users", 5, "--to", "2025-03-01")
        large = self.events("large", "--users", 9, "--to", "2025-03-01")
        self.assert_kept(small, large)
        self.assertTrue(all(event["user_id"] >= 5 for event_id, event in large.items() if event_id not in small))

    def test_a_later_end_changes_no_event(self):
        small = self.events("small", "--users", 8, "--to", "2025-02-01")
        large = self.events("large", "--users", 8, "--to", "2025-03-01")
        self.assert_kept(small, large)
        later = [event["event_time"] for event_id, event in large.items() if event_id not in small]
        self.assertGreaterEqual(min(later), "2025-02-01")
        self.assertEqual(self.rows("small/user"), self.rows("large/user"))
        self.assertEqual(self.checksums("small/track"), self.checksums("large/track"))

    def test_another_seed_is_another_feed(self):
        one = self.generate("one", "--users", 3, "--to", "2025-01-15")
        two = self.generate("two", "--users", 3, "--to", "2025-01-15", "--seed", 2)
        for table in ("user", "track", "artist", "event"):
            digests = [manifest["tables"][table]["files"][0]["digest"] for manifest in (one, two)]
            self.assertNotEqual(*digests, table)


class Order(program.Case):
    def test_layout_user_has_rows_by_user_then_time(self):
        self.generate("feed", "--users", 6, "--to", "2025-02-01")
        keys = [(event["user_id"], event["event_id"]) for event in self.rows("feed/event")]
        self.assertEqual(keys, sorted(keys))

    def test_layout_day_has_a_folder_a_date_with_rows_by_time(self):
        manifest = self.generate("feed", "--users", 6, "--to", "2025-02-01", "--layout", "day")
        for file in manifest["tables"]["event"]["files"]:
            rows = self.rows(f"feed/{file['path']}")
            times = [event["event_time"] for event in rows]
            self.assertEqual(times, sorted(times))
            self.assertEqual({f"event_date={time[:10]}" for time in times}, {file["path"].split("/")[1]})
            self.assertEqual((min(times), max(times)), (file["min_event_time"], file["max_event_time"]))
            self.assertEqual(len(rows), file["records"])

    def test_both_layouts_hold_the_same_events(self):
        self.generate("user", "--users", 6, "--to", "2025-02-01")
        self.generate("day", "--users", 6, "--to", "2025-02-01", "--layout", "day")
        by_id = [sorted(self.rows(f"{feed}/event"), key=lambda event: event["event_id"]) for feed in ("user", "day")]
        self.assertEqual(*by_id)


class Memory(program.Case):
    def peak(self, users):
        script = ("import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True); "
                  "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
        command = [program.WRAPFEED, "generate", *program.SMALL_CATALOG, "--users", str(users), "--sink", "null",
                   "--codec", "null", "--quiet", "--threads", "1", "--layout", "day"]
        return int(subprocess.run([sys.executable, "-c", script, *command], check=True, capture_output=True).stdout)

    def test_memory_does_not_grow_with_users(self):
        self.assertLess(self.peak(3 * 256), 1.15 * self.peak(256))


if __name__ == "__main__":
    unittest.main()
