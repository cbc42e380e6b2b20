"""`wrapped` in all its forms, `verify --answers`, and one clear line where either cannot be."""
import datetime
import json
import shutil
import unittest
from pathlib import Path

import program

YEAR = ["--users", 8, "--from", "2025-01-01", "--to", "2025-12-01"]
SCHEMAS = Path(__file__).parents[2] / "schemas"
PERSONALITIES = {
    "ENVU": "Adventurer", "ENVC": "Early Adopter", "ENLU": "Nomad", "ENLC": "Voyager", "ETVU": "Time Traveler",
    "ETVC": "Musicologist", "ETLU": "Maverick", "ETLC": "Top Charter", "FNVU": "Specialist", "FNVC": "Fan Clubber",
    "FNLU": "Devotee", "FNLC": "Enthusiast", "FTVU": "Deep Diver", "FTVC": "Jukeboxer", "FTLU": "Replayer",
    "FTLC": "Connoisseur"}


def fits(value, schema, where="$"):
    """Complaints about a value under the few words of JSON Schema that wrapped.schema.json is made of."""
    if "anyOf" in schema:
        tries = [list(fits(value, option, where)) for option in schema["anyOf"]]
        return [] if any(not complaints for complaints in tries) else tries[-1]
    kinds = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "number": (int, float),
             "null": type(None)}
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(isinstance(value, kinds[t]) and (t == "boolean") == isinstance(value, bool) for t in types):
        return [f"{where}: {value!r} is no {types}"]
    complaints = []
    if isinstance(value, dict):
        if set(value) != set(schema["required"]) or set(value) != set(schema["properties"]):
            complaints.append(f"{where}: has {sorted(value)}")
        for name, inner in value.items():
            complaints += fits(inner, schema["properties"][name], f"{where}.{name}")
    if isinstance(value, list):
        for item in value:
            complaints += fits(item, schema["items"], where + "[]")
    if schema.get("format") == "date" and value is not None:
        datetime.date.fromisoformat(value)
    return complaints


class Wrapped(program.Case):

    def json(self, feed, *arguments):
        output, _ = self.run_program("wrapped", feed, "--format", "json", *arguments)
        return [json.loads(line) for line in output.splitlines()]

    def test_every_form_has_the_same_answers(self):
        self.generate("feed", *YEAR, "--population", "heavy")
        before = self.checksums("feed")
        answers = self.json("feed")
        self.assertEqual([user["user_id"] for user in answers], list(range(8)))
        schema = json.loads((SCHEMAS / "wrapped.schema.json").read_text())
        for user in answers:
            self.assertEqual(fits(user, schema), [])
            if user["personality"]:
                self.assertEqual(user["personality"]["name"], PERSONALITIES[user["personality"]["code"]])
        self.assertEqual(list(answers[0]), list(schema["properties"]))
        avsc = json.loads((SCHEMAS / "wrapped.avsc").read_text())
        self.assertEqual(list(answers[0]), [field["name"] for field in avsc["fields"]])

        self.run_program("wrapped", "feed", "--format", "avro", "--out", "wrapped.avro")
        self.assertEqual(self.rows("wrapped.avro"), answers)
        self.run_program("wrapped", "feed", "--format", "parquet", "--out", "wrapped.parquet")
        self.assertEqual((self.folder / "wrapped.parquet").read_bytes()[:4], b"PAR1")
        self.run_program("wrapped", "feed", "--format", "json", "--out", "wrapped.json")
        self.assertEqual(list(map(json.loads, (self.folder / "wrapped.json").read_text().splitlines())), answers)
        self.assertEqual(self.json("feed", "--user", 3), [answers[3]])
        alone = self.json("feed", "--user", 3, "--alone")[0]
        self.assertEqual(alone, {story: answers[3][story] for story in alone})
        self.assertEqual(set(answers[3]) - set(alone), {
            "top_artist_fan", "listening_age", "listening_age_from", "sound_town", "axes", "personality", "character",
            "club"})
        self.assertIn("Alone: without personality", self.run_program("wrapped", "feed", "--user", 3, "--alone")[0])
        self.assertEqual(self.checksums("feed"), before)

        table = self.run_program("wrapped", "feed")[0]
        self.assertEqual(len(table.splitlines()), 9)
        self.assertNotIn("\x1b", table)
        card = self.run_program("wrapped", "feed", "--user", 3)[0]
        for text in [f"{answers[3]['minutes']:,} minutes", answers[3]["top_artists"][0]["name"][:20],
                     answers[3]["peak_day"]["date"], answers[3]["character"]]:
            self.assertIn(text, card)

    def test_figures_are_those_of_the_events(self):
        """A few of them again, from the rows as `inspect` prints them."""
        self.generate("feed", *YEAR, "--population", "heavy")
        artists = {row["track_id"]: row["artist_id"] for row in self.rows("feed/track")}
        heard = {}
        for row in self.rows("feed/event"):
            if row["ms_played"] is None or row["ms_played"] < 30_000 or row["private_session"]:
                continue
            local = (datetime.datetime.fromisoformat(row["event_time"][:-1])
                     + datetime.timedelta(minutes=row["utc_offset_minutes"])).date()
            if datetime.date(2025, 3, 1) <= local <= datetime.date(2025, 8, 31):
                heard.setdefault(row["user_id"], []).append((local, artists[row["track_id"]], row["ms_played"]))
        for user in self.json("feed", "--window", "03-01:08-31"):
            rows = heard.get(user["user_id"], [])
            self.assertEqual(user["streams"], len(rows))
            self.assertEqual(user["minutes"], sum(ms for _, _, ms in rows) // 60_000)
            self.assertEqual(user["active_days"], len({day for day, _, _ in rows}))
            self.assertEqual(user["different_artists"], len({artist for _, artist, _ in rows}))

    def test_both_layouts_give_the_same(self):
        self.generate("by_user", *YEAR)
        self.generate("by_day", *YEAR, "--layout", "day")
        self.assertEqual(self.json("by_user"), self.json("by_day"))

    def test_the_answer_key_is_held_against_answers(self):
        self.generate("feed", *YEAR, "--truth", "--edge-cases")
        self.assertIn("25 answers of Wrapped, no violation", self.run_program("verify", "feed")[0])
        answers = self.json("feed")
        mine = self.folder / "mine.json"

        def verify(rows, status=0):
            mine.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows))
            return self.run_program("verify", "feed", "--answers", "mine.json", status=status)

        output, _ = verify(answers)
        self.assertIn("25 users, compared: active_days, ", output)
        some = [{"user_id": row["user_id"], "minutes": row["minutes"], "my_own": 1} for row in answers[:3]]
        output, _ = verify(some)
        self.assertIn("3 users, compared: minutes\n", output)
        self.assertIn("not in it: active_days", output)
        wrong = json.loads(json.dumps(answers))
        wrong[4]["top_tracks"][1]["streams"] += 1
        wrong[6]["minutes"] -= 1
        output, _ = verify(wrong, status=3)
        self.assertIn(f"first: user 4, 2025: top_tracks[1].streams is {wrong[4]['top_tracks'][1]['streams']}, "
                      f"the key has {answers[4]['top_tracks'][1]['streams']}", output)
        wrong[4]["top_tracks"].pop()
        self.assertIn("top_tracks[1]", verify(wrong, status=3)[0])

        for rows, message in [
                (["[1]"], "mine.json line 1: is no JSON object"),
                (["{"], "mine.json line 1: is no JSON object"),
                ([answers[0], {"minutes": 3}], "mine.json line 2: has no user_id"),
                ([{"user_id": "1", "minutes": 3}], "mine.json line 1: has no user_id, a whole number"),
                ([{"user_id": 1, "year": 2031}], "mine.json line 1: year 2031"),
                ([{"user_id": 1, "year": 2 ** 32 + 2025}], "mine.json line 1: year 4294969321"),
                ([json.dumps(answers[0])[:-10]], "mine.json line 1: is no JSON object"),
                ([answers[0], answers[0]], "mine.json line 2: user 0 has an earlier line"),
                ([{"user_id": 1, "top_tracks": {"a": 1}}], "user 1: top_tracks is an object, not an array"),
                ([{"user_id": 1, "playtime": 1}], "mine.json: has no story"),
                ([{"user_id": 999, "minutes": 1}], "mine.json: user 999 is not in the feed"),
                ([], "mine.json: has no answers")]:
            with self.subTest(message=message):
                self.assert_one_line(verify(rows, status=1)[1], "verify: ", message)
        _, errors = self.run_program("verify", "feed", "--answers", ".", status=1)
        self.assert_one_line(errors, ".: is a folder, not a file of answers")
        _, errors = self.run_program("verify", "feed", "--answers", "nowhere.json", status=1)
        self.assert_one_line(errors, "nowhere.json: cannot be read")
        self.generate("no_key", "--users", 2, "--to", "2025-01-05")
        _, errors = self.run_program("verify", "no_key", "--answers", "mine.json", status=1)
        self.assert_one_line(errors, "no_key: has no answer key; generate it with --truth")

    def test_what_is_no_whole_feed_of_avro_is_refused(self):
        short = ["--users", 3, "--to", "2025-01-20"]
        self.generate("feed", *short)
        self.generate("parquet", "--users", 1, "--to", "2025-01-03", "--format", "parquet")
        for name in ("damaged", "gone", "listed", "foreign"):
            shutil.copytree(self.folder / "feed", self.folder / name)
        event = next((self.folder / "damaged" / "event").glob("*.avro"))
        event.write_bytes(event.read_bytes()[:-100])
        shutil.rmtree(self.folder / "gone" / "track")
        manifest = self.manifest("listed")
        del manifest["tables"]["track"]
        (self.folder / "listed" / "_manifest.json").write_text(json.dumps(manifest))
        # A schema of another version: event files that know no ms_played.
        path = next((self.folder / "foreign" / "event").glob("*.avro"))
        path.write_bytes(path.read_bytes().replace(b'"ms_played"', b'"ms_player"'))
        for feed, message in [("nowhere", "nowhere"), (".", "_manifest.json"), ("parquet", "--format parquet"),
                              ("damaged", event.name), ("gone", "gone/track/part-00000.avro"),
                              ("listed", "listed: has no table track"), ("foreign", "event/part-00000.avro")]:
            with self.subTest(feed=feed):
                for verb in (["wrapped"], ["wrapped", "--user", 0], ["wrapped", "--user", 0, "--alone"],
                             ["export-history", "--user", 1]):
                    _, errors = self.run_program(*verb, feed, "--out", "out", status=1)
                    self.assert_one_line(errors, verb[0] + ": ", message)
                    self.assertNotIn("Error", errors)
                    self.assertFalse((self.folder / "out").exists())
        for arguments, message in [(["--user", 3], "feed: has no user 3, but those from 0 to 2"),
                                   (["--year", 2024], "feed: has the days 2025-01-01 to 2025-01-19, none of 2024")]:
            _, errors = self.run_program("wrapped", "feed", *arguments, status=1)
            self.assert_one_line(errors, message)
        (self.folder / "there").write_text("mine")
        _, errors = self.run_program("wrapped", "feed", "--out", "there", status=1)
        self.assert_one_line(errors, "--out there: exists (--force replaces it)")
        self.run_program("wrapped", "feed", "--out", "there", "--force")
        _, errors = self.run_program("wrapped", "feed", "--user", 3, "--alone", status=1)
        self.assert_one_line(errors, "feed: has no user 3")
        for arguments in (["--alone"], ["--user", 1, "--alone", "--format", "avro"]):
            _, errors = self.run_program("wrapped", "feed", *arguments, status=2)
            self.assert_one_line(errors, "--alone: takes")
        for arguments in (["--window", "11-15"], ["--window", "11-15:01-01"], ["--format", "xml"], ["--user", "x"]):
            _, errors = self.run_program("wrapped", "feed", *arguments, status=2)
            self.assert_one_line(errors, arguments[0], "takes")
        help_text = self.run_program("wrapped", "--help")[0]
        self.assertIn("Example: wrapfeed wrapped", help_text)
        self.assertNotIn("N=0", help_text)  # no user and no year is the default

    def test_edge_cases_change_no_other_file(self):
        self.generate("without", "--users", 3, "--truth")
        self.generate("with", "--users", 3, "--truth", "--edge-cases")
        without, with_them = self.checksums("without"), self.checksums("with")
        del without["_manifest.json"]
        self.assertEqual({path: with_them[path] for path in without}, without)
        labels = [row["edge_case"] for row in self.rows("with/truth/user")]
        self.assertEqual(labels[:3], [None] * 3)
        self.assertEqual(len(set(labels[3:])), 17)
        users = {label: row for label, row in zip(labels, self.json("with"))}
        for label, eligible in {"one_track_short": False, "just_eligible": True, "one_artist_short": False}.items():
            self.assertIs(users[label]["eligible"], eligible, label)
        self.assertEqual(users["thirty_seconds"]["streams"], 32 + 6)
        self.assertEqual(users["private_session"]["streams"], 32)
        self.assertEqual(users["late_arrival"]["streams"], 32 + 6)
        self.assertEqual(users["window_end"]["streams"], 32 + 1)
        self.assertEqual(users["year_begin"]["streams"], 32 + 1)
        self.assertEqual(users["hundredth_play"]["top_song"]["hundredth_play"], "2025-05-22")
        self.assertEqual(users["ties"]["top_tracks"][4]["streams"], 4)


if __name__ == "__main__":
    unittest.main()
