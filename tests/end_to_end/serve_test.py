"""`serve`: its answers are the figures of `wrapped`, of `report` and of the events themselves."""
import collections
import datetime
import json
import re
import unicodedata
import unittest
from urllib.parse import quote

import served

FIRST, LAST = datetime.date(2025, 1, 1), datetime.date(2025, 11, 15)
MONTHS = list(range(1, 12))
BANDS = [(0, "0-17"), (18, "18-24"), (25, "25-34"), (35, "35-44"), (45, "45-54"), (55, "55-64"), (65, "65-")]


def month_counts(dates):
    counts = collections.Counter(date.month for date in dates)
    return [counts[month] for month in MONTHS]


def plain(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


class Serve(served.Shared):
    FEED = ["--users", 40, "--population", "heavy", "--from", "2025-02-01", "--to", "2025-04-10", "--edge-cases"]

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        lines = cls.one.run_program("wrapped", "feed", "--format", "json")[0].splitlines()
        cls.wrapped = {json.loads(line)["user_id"]: line for line in lines}
        cls.pages = {user: cls.one.get(f"/api/users/{user}") for user in cls.wrapped}

    def streams(self):
        """Those that count, from the rows of the feed: (user_id, track row, local end, ms_played)."""
        tracks = {row["track_id"]: row for row in self.rows("feed/track")}
        for row in self.rows("feed/event"):
            if row["ms_played"] is None or row["ms_played"] < 30_000 or row["private_session"]:
                continue
            utc = datetime.datetime.fromisoformat(row["event_time"].rstrip("Z"))
            local = utc + datetime.timedelta(minutes=row["utc_offset_minutes"])
            if FIRST <= local.date() <= LAST:
                yield row["user_id"], tracks[row["track_id"]], local, row["ms_played"]

    def test_every_user_has_what_wrapped_says(self):
        self.assertGreater(len(self.wrapped), 40)
        for user, line in self.wrapped.items():
            self.assertEqual(self.ask(f"/api/users/{user}/wrapped")[2], line)
            self.assertEqual(self.pages[user]["wrapped"], json.loads(line))

    def test_what_stands_beside_a_wrapped_fits_to_it(self):
        for page in self.pages.values():
            wrapped, more = page["wrapped"], page["more"]
            self.assertEqual(len(more["calendar"]["streams"]), (LAST - FIRST).days + 1)
            self.assertEqual(more["calendar"]["first"], str(FIRST))
            self.assertEqual(sum(more["calendar"]["streams"]), wrapped["streams"])
            for month in wrapped["months"]:
                days = [n for i, n in enumerate(more["calendar"]["streams"])
                        if (FIRST + datetime.timedelta(days=i)).month == month["month"]]
                self.assertEqual(sum(days), month["streams"])
            self.assertEqual([len(hours) for hours in more["clock"]], [24] * 7)
            for weekday in wrapped["weekdays"]:  # rounded down hour by hour
                self.assertAlmostEqual(sum(more["clock"][weekday["weekday"] - 1]), weekday["minutes"], delta=24)
            self.assertEqual([track["track_id"] for track in more["top_tracks"]],
                             [track["track_id"] for track in wrapped["top_tracks"]])
            for track, top in zip(more["top_tracks"], wrapped["top_tracks"]):
                self.assertEqual(sum(day["streams"] for day in track["days"]), top["streams"])
                self.assertEqual(month_counts(datetime.date.fromisoformat(day["date"]) for day in track["days"]
                                              for _ in range(day["streams"])), track["months"])
                self.assertEqual([track["first_play"], track["last_play"]],
                                 [track["days"][0]["date"], track["days"][-1]["date"]])
            for artist, top in zip(more["top_artists"], wrapped["top_artists"], strict=True):
                self.assertEqual((artist["artist_id"], sum(artist["months"])), (top["artist_id"], top["streams"]))
            for genre, top in zip(more["genres"], wrapped["top_genres"]):
                self.assertEqual({key: genre[key] for key in top}, top)
                self.assertEqual(sum(genre["months"]), genre["streams"])
            self.assertEqual(sum(more["discoveries"]["tracks"]), wrapped["discoveries"]["tracks"])
            self.assertEqual(sum(more["discoveries"]["artists"]), wrapped["discoveries"]["artists"])
            for of in ["personality", "club", "character"]:
                self.assertEqual(more[of] is None, wrapped[of] is None)
            self.assertEqual(more["sound_town"] is None, wrapped["sound_town"] is None)
            spans = more["listening_age"]["spans"]
            self.assertEqual(bool(spans), wrapped["streams"] > 0)
            if spans:
                self.assertAlmostEqual(sum(span["share"] for span in spans), 1)
                best = max(spans, key=lambda span: (round(span["share"] - span["peers_share"], 12), span["first_year"]))
                self.assertEqual(best["first_year"], wrapped["listening_age_from"])

    def test_nobody_and_nothing(self):
        silent = [page for page in self.pages.values() if page["wrapped"]["streams"] == 0]
        self.assertTrue(silent)  # a user of boundary cases
        for page in silent:
            more = page["more"]
            self.assertEqual((more["first_stream"], more["top_tracks"], more["genres"]), (None, [], []))
            self.assertEqual(more["discoveries"], {"tracks": [0] * 11, "artists": [0] * 11})
        nobody = self.get("/api/population?country=ZZ")
        everybody = self.get("/api/population")
        self.assertEqual(nobody.keys(), everybody.keys())
        self.assertEqual((nobody["users"], nobody["artists"], nobody["listening"]["median"]), (0, [], None))
        self.assertEqual(len(nobody["personalities"]), 16)
        self.assertEqual(self.get("/api/users/random?country=ZZ"), {"user": None})
        self.assertEqual(self.get("/api/users?country=ZZ"), {"total": 0, "users": []})

    def test_profiles_are_the_rows_of_the_users(self):
        for row in self.rows("feed/user"):
            profile = self.pages[row["user_id"]]["profile"]
            age, band = profile.pop("age"), profile.pop("age_band")
            self.assertEqual(profile, {key: row[key] for key in profile})
            born = datetime.date.fromisoformat(row["birth_date"])
            self.assertEqual(age, LAST.year - born.year - ((LAST.month, LAST.day) < (born.month, born.day)))
            self.assertEqual(band, [name for first, name in BANDS if age >= first][-1])
            profile.update(age=age, age_band=band)

    def test_the_population_is_the_sum_of_its_events(self):
        streams = list(self.streams())
        plan, band = next((page["profile"]["plan"], page["profile"]["age_band"]) for page in self.pages.values()
                          if page["wrapped"]["streams"] > 100)
        for filters, fits in {
                "": lambda profile: True,
                f"?plan={plan}": lambda profile: profile["plan"] == plan,
                f"?plan={plan}&age={band}": lambda profile: (profile["plan"], profile["age_band"]) == (plan, band),
        }.items():
            with self.subTest(filters=filters):
                users = {user for user, page in self.pages.items() if fits(page["profile"])}
                self.check_population(self.get("/api/population" + filters), users,
                                      [stream for stream in streams if stream[0] in users])

    def check_population(self, population, users, streams):
        self.assertEqual(population["users"], len(users))
        self.assertEqual(population["listeners"], len({stream[0] for stream in streams}))
        self.assertEqual(population["streams"], len(streams))
        self.assertEqual(population["minutes"], sum(stream[3] for stream in streams) // 60_000)
        clock = collections.Counter()
        days = collections.Counter()
        for _, _, local, played in streams:
            clock[local.weekday(), local.hour] += played
            days[local.date()] += 1
        self.assertEqual(population["clock"], [[clock[day, hour] // 60_000 for hour in range(24)] for day in range(7)])
        self.assertEqual(population["days"]["streams"], [
            days[FIRST + datetime.timedelta(days=i)] for i in range((LAST - FIRST).days + 1)])
        self.assertEqual(population["months"]["streams"], month_counts(stream[2] for stream in streams))
        for field, key, of in [("artists", "artist_id", "artist_id"), ("tracks", "track_id", "track_id"),
                               ("genres", "genre", "track_genre")]:
            dates = collections.defaultdict(list)
            for _, track, local, _ in streams:
                dates[track[of]].append(local)
            best = sorted(dates, key=lambda name: (-len(dates[name]), name))[:12 if field == "genres" else 10]
            self.assertEqual([(item[key], item["streams"], item["months"]) for item in population[field]],
                             [(name, len(dates[name]), month_counts(dates[name])) for name in best])
        for artist in population["artists"]:
            self.assertEqual(artist["listeners"], len({user for user, track, _, _ in streams
                                                       if track["artist_id"] == artist["artist_id"]}))
        decades = collections.Counter(int(stream[1]["release_date"][:3]) * 10 for stream in streams)
        self.assertEqual(population["decades"], [{"decade": d, "streams": n} for d, n in sorted(decades.items())])
        self.assertEqual(sum(mood["streams"] for mood in population["moods"]), len(streams))

        answers = [self.pages[user]["wrapped"] for user in users]
        eligible = [answer for answer in answers if answer["eligible"]]
        self.assertEqual(population["eligible"], len(eligible))
        for field, name_of in [("personalities", lambda answer: answer["personality"]["name"]),
                               ("characters", lambda answer: answer["character"]),
                               ("clubs", lambda answer: answer["club"]["name"])]:
            self.assertEqual({item["name"]: item["users"] for item in population[field] if item["users"]},
                             collections.Counter(map(name_of, eligible)))
        for club in population["clubs"]:
            self.assertEqual(sum(club["roles"].values()), club["users"])
        self.assertEqual([person["user_id"] for person in population["people"]],
                         sorted(answer["user_id"] for answer in eligible))
        self.assertEqual({item["listening_age"]: item["users"] for item in population["listening_ages"]},
                         collections.Counter(answer["listening_age"] for answer in eligible))
        self.assertEqual(sum(item["users"] for item in population["age_pairs"]), len(eligible))
        profiles = [self.pages[user]["profile"] for user in users]
        for field, of in [("ages", "age"), ("genders", "gender"), ("plans", "plan"), ("countries", "country")]:
            self.assertEqual({item[of]: item["users"] for item in population[field]},
                             collections.Counter(profile[of] for profile in profiles))
        minutes = sorted(answer["minutes"] for answer in answers if answer["streams"])
        bins = population["listening"]["bins"]
        self.assertEqual(sum(item["users"] for item in bins), len(minutes))
        for item in bins:
            self.assertEqual(item["users"], sum(item["from"] <= m < item["to"] for m in minutes))
        self.assertEqual(population["listening"]["mean"], sum(minutes) // len(minutes))
        self.assertEqual(population["streaks"]["longest"], max(a["longest_streak_days"] for a in answers))

    def test_filters_are_the_values_that_there_are(self):
        filters = self.get("/api/filters")
        profiles = [page["profile"] for page in self.pages.values()]
        for name, of in [("country", "country"), ("plan", "plan"), ("age", "age_band")]:
            values = {item["value"]: item["users"] for item in filters[name]}
            self.assertEqual(values, collections.Counter(profile[of] for profile in profiles))
            for value, users in values.items():
                self.assertEqual(self.get(f"/api/users?{name}={value}&limit=1")["total"], users)
        self.assertEqual([item["users"] for item in filters["country"]],
                         sorted((item["users"] for item in filters["country"]), reverse=True))
        self.assertTrue(all(item["label"] for item in filters["age"]))

    def test_users_are_found(self):
        profile = self.pages[7]["profile"]
        first, last = profile["name"].split()[0], profile["name"].split()[-1]
        for words in ["7", first.upper(), last[:3].lower(), profile["username"][1:]]:
            found = self.get(f"/api/users?limit=100&q={quote(words)}")
            self.assertIn(7, [user["user_id"] for user in found["users"]], words)
            self.assertEqual(found["total"], len(found["users"]))
        self.assertEqual(self.get("/api/users?q=7")["users"][0]["user_id"], 7)
        card = self.get("/api/users?q=7")["users"][0]
        wrapped = self.pages[7]["wrapped"]
        self.assertEqual((card["minutes"], card["personality"], card["eligible"]),
                         (wrapped["minutes"], wrapped["personality"], wrapped["eligible"]))
        self.assertEqual(card["top_artist"], wrapped["top_artists"][0]["name"])
        whole = self.get("/api/users?limit=100")
        self.assertEqual(whole["total"], len(self.pages))
        self.assertEqual([user["user_id"] for user in whole["users"]], sorted(self.pages))
        self.assertEqual(self.get("/api/users?limit=3&offset=2")["users"], whole["users"][2:5])
        self.assertEqual(self.get("/api/users?q=" + quote("'; drop table users; --"))["total"], 0)
        self.assertEqual(self.get("/api/users?q=%25")["total"], 0)
        drawn = {self.get("/api/users/random")["user"]["user_id"] for _ in range(20)}
        self.assertEqual(drawn - self.pages.keys(), set())
        self.assertGreater(len(drawn), 1)

    def test_accents_and_case_do_not_matter(self):
        accented = [page["profile"] for page in self.pages.values()
                    if not page["profile"]["name"].isascii() and plain(page["profile"]["name"]).isascii()]
        self.assertTrue(accented)
        for profile in accented:
            found = self.get("/api/users?q=" + quote(plain(profile["name"]).lower()))
            self.assertIn(profile["user_id"], [user["user_id"] for user in found["users"]])

    def test_realism_is_what_the_report_shows(self):
        self.run_program("report", "feed", "--out", "report", "--quiet", "--force")
        page = (self.folder / "report" / "report.html").read_text()
        data = re.search(r'<script type="application/json" id="report-data">(.*?)</script>', page, re.DOTALL)[1]
        self.assertEqual(self.get("/api/realism"), json.loads(data))

    def test_the_feed_is_described(self):
        feed = self.get("/api/feed")
        manifest = self.manifest("feed")
        self.assertEqual((feed["name"], feed["version"], feed["seed"]), ("feed", manifest["version"], "1"))
        self.assertEqual((feed["from"], feed["to"], feed["edge_cases"], feed["truth"]),
                         ("2025-02-01", "2025-04-09", True, False))
        self.assertEqual(feed["window"], {"first": str(FIRST), "last": str(LAST), "days": 319, "months": MONTHS})
        for field, table in [("users", "user"), ("tracks", "track"), ("artists", "artist"), ("events", "event")]:
            self.assertEqual(feed[field], manifest["tables"][table]["records"])

    def test_the_feed_stays_as_it_was(self):
        self.assertEqual(self.checksums("feed"), self.before)
        self.assertEqual(sorted(path.name for path in self.folder.glob("feed*")), ["feed", "feed.results.duckdb"])

    def test_answers_are_cached_and_compressed(self):
        for path in ["/", "/api/feed", "/api/users/7", "/api/population"]:
            status, headers, text = self.ask(path, headers={"Accept-Encoding": "br, gzip"})
            self.assertEqual((status, headers["Content-Encoding"], headers["Cache-Control"]), (200, "gzip", "no-cache"))
            as_it_is = self.ask(path)
            self.assertEqual(as_it_is[2], text)
            self.assertIsNone(as_it_is[1]["Content-Encoding"])
            again = self.ask(path, headers={"If-None-Match": headers["ETag"]})
            self.assertEqual((again[0], again[2]), (304, ""))
            head = self.ask(path, method="HEAD")
            self.assertEqual((head[0], head[2], head[1]["Content-Length"]), (200, "", str(len(text.encode()))))
        for path in ["/api/status", "/api/users/random", "/api/users/999999"]:
            self.assertEqual(self.ask(path)[1]["Cache-Control"], "no-store")

    def test_browsers_are_told_to_load_nothing_else(self):
        _, headers, page = self.ask("/")
        self.assertIn("default-src 'none'", headers["Content-Security-Policy"])
        self.assertIn("frame-ancestors 'none'", headers["Content-Security-Policy"])
        self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
        self.assertEqual(headers["Cross-Origin-Resource-Policy"], "same-origin")
        self.assertTrue(page.startswith("<!doctype html>"))
        self.assertEqual(self.ask("/index.html")[2], page)


if __name__ == "__main__":
    unittest.main()
