"""`report` measures a feed from its files alone: the same in either layout, and one clear line when it cannot."""
import json
import re
import unittest

import program

WEEKS = ["--users", 12, "--population", "heavy", "--to", "2025-02-26"]


class Report(program.Case):
    def report(self, feed, out, *arguments, **options):
        self.run_program("report", feed, "--out", out, "--quiet", *arguments, **options)
        return json.loads((self.folder / out / "scorecard.json").read_text())

    def page_data(self, out):
        page = (self.folder / out / "report.html").read_text()
        data = re.search(r'<script type="application/json" id="report-data">(.*?)</script>', page, re.DOTALL)[1]
        self.assertNotIn("<", data)
        return json.loads(data)

    def test_both_layouts_give_the_same_scorecard(self):
        manifest = self.generate("by_user", *WEEKS)
        self.generate("by_day", *WEEKS, "--layout", "day")
        before = self.checksums("by_user")
        card = self.report("by_user", "one")
        self.assertEqual(card, self.report("by_day", "other"))
        self.assertEqual(self.checksums("by_user"), before)  # nothing is added to a feed
        self.assertEqual(sorted(path.name for path in (self.folder / "one").iterdir()),
                         ["report.html", "scorecard.json"])

        self.assertEqual([target["id"] for target in card["targets"]], list(range(1, 13)))
        self.assertEqual(card["passed"], sum(target["pass"] for target in card["targets"]))
        for target in card["targets"]:
            self.assertEqual(target["pass"], all(check["pass"] for check in target["checks"] if check["judged"]))
        self.assertEqual(len(card["windows"]["features"]), 46)
        judged = [feature["ks"] for feature in card["windows"]["features"] if not feature["volume"]]
        self.assertEqual(len(judged), 44)
        self.assertAlmostEqual(card["windows"]["mean_ks"], sum(judged) / 44, places=4)

        data = self.page_data("one")
        self.assertEqual(data["scorecard"], card)
        self.assertEqual(data["feed"]["events"], manifest["tables"]["event"]["records"])
        self.assertGreater(len(data["charts"]), 20)

    def test_figures_are_those_of_the_events(self):
        """A few of them again, from the rows as `inspect` prints them."""
        self.generate("feed", *WEEKS)
        self.report("feed", "out")
        ended = [row for row in self.rows("feed/event") if row["ms_played"] is not None]
        lengths = {row["track_id"]: row["duration_ms"] for row in self.rows("feed/track")}
        users = {}
        for row in ended:
            users.setdefault(row["user_id"], []).append(row)
        counted = [rows for rows in users.values() if len(rows) >= 100]

        data = self.page_data("out")
        self.assertEqual(data["feed"]["streams"], len(ended))
        self.assertEqual(data["feed"]["listeners"], len(users))
        self.assertEqual(data["scorecard"]["counted_listeners"], len(counted))
        checks = {check["name"]: check["measured"] for check in data["scorecard"]["targets"][0]["checks"]}
        for name, of in {"under 5 s": lambda row: row["ms_played"] < 5_000,
                         "under 30 s": lambda row: row["ms_played"] < 30_000,
                         "unfinished": lambda row: row["ms_played"] < .97 * lengths[row["track_id"]]}.items():
            expected = sum(sum(map(of, rows)) / len(rows) for rows in counted) / len(counted)
            self.assertAlmostEqual(checks[name], expected, places=4, msg=name)

    def test_a_former_report_is_replaced_only_by_force(self):
        self.generate("feed", "--users", 2, "--to", "2025-01-05")
        self.report("feed", "out")
        (self.folder / "out" / "notes.txt").write_text("mine")
        _, errors = self.run_program("report", "feed", "--out", "out", status=1)
        self.assert_one_line(errors, "out: exists and is not empty", "--force")
        self.report("feed", "out", "--force")
        self.assertEqual((self.folder / "out" / "notes.txt").read_text(), "mine")
        _, errors = self.run_program("report", "feed", "--out", "feed", "--force", status=1)
        self.assert_one_line(errors, "feed: is a feed")

    def test_what_is_no_whole_feed_of_avro_is_refused(self):
        self.generate("parquet", "--users", 1, "--to", "2025-01-03", "--format", "parquet")
        self.generate("damaged", "--users", 3, "--to", "2025-01-20")
        event = next((self.folder / "damaged" / "event").glob("*.avro"))
        event.write_bytes(event.read_bytes()[:-100])
        self.generate("gone", "--users", 3, "--to", "2025-01-20")
        for path in (self.folder / "gone" / "track").glob("*.avro"):
            path.unlink()
        for feed, message in [("nowhere", "nowhere"), (".", "no whole feed"), ("parquet", "--format parquet"),
                              ("damaged", event.name), ("gone", "gone/track")]:
            with self.subTest(feed=feed):
                _, errors = self.run_program("report", feed, "--out", "out", status=1)
                self.assert_one_line(errors, "report: ", message)
                self.assertFalse((self.folder / "out").exists())

    def test_wrong_usage_and_help(self):
        _, errors = self.run_program("report", status=2)
        self.assert_one_line(errors, "FEED is missing: takes a feed folder")
        self.assertIn("Example: wrapfeed report", self.run_program("report", "--help")[0])

    def test_nobody_listening_is_no_failure(self):
        self.generate("feed", "--users", 1, "--to", "2025-01-02")
        card = self.report("feed", "out")
        self.assertEqual(card["counted_listeners"], 0)
        self.assertIsNone(card["targets"][2]["checks"][0]["measured"])
        self.assertFalse(card["targets"][2]["pass"])
        self.assertFalse(card["judged"])
        text, _ = self.run_program("report", "feed", "--out", "again")
        self.assertIn("too few plays to judge", text.splitlines()[0])
        self.assertNotIn("FAIL", text)


if __name__ == "__main__":
    unittest.main()
