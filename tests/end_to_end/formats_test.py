"""Every codec and format holds the same rows, and the manifest tells of the files as they are."""
import csv
import json
import unittest
from pathlib import Path

import program

FEED = ["--users", 4, "--to", "2025-01-20"]
TABLES = ("artist", "event", "track", "user")


class Codecs(program.Case):
    def test_every_codec_holds_the_same_records(self):
        expected = None
        for codec in ("null", "deflate", "snappy", "zstandard"):
            manifest = self.generate(codec, *FEED, "--codec", codec)
            self.assertEqual(manifest["options"]["codec"], codec)
            self.assertIn(f"codec {codec},", self.run_program("inspect", f"{codec}/event")[0])
            found = ({table: [file["digest"] for file in manifest["tables"][table]["files"]] for table in TABLES},
                     self.rows(f"{codec}/event"), self.rows(f"{codec}/user"))
            expected = expected or found
            self.assertEqual(found, expected, codec)

    def test_block_size_changes_no_record(self):
        small = self.generate("small", *FEED, "--block-size", 1)["tables"]["event"]["files"][0]
        large = self.generate("large", *FEED, "--block-size", 4096)["tables"]["event"]["files"][0]
        self.assertEqual(small["digest"], large["digest"])
        self.assertGreater(small["bytes"], large["bytes"])


class Manifest(program.Case):
    def test_tells_every_file_and_option(self):
        manifest = self.generate("feed", *FEED, "--seed", 5, "--layout", "day")
        self.assertEqual(manifest["product"], "wrapfeed")
        self.assertEqual(manifest["seed"], 5)
        self.assertEqual(manifest["options"]["users"], 4)
        self.assertEqual(manifest["options"]["to"], "2025-01-20")
        self.assertEqual(manifest["options"]["only-to"], "2025-01-20")
        self.assertRegex(manifest["time_zone_data_version"], r"^20\d\d[a-z]$")
        self.assertRegex(manifest["catalog_digest"], r"^[0-9a-f]{32}$")
        self.assertEqual(sorted(manifest["tables"]), list(TABLES))
        listed = {file["path"]: file for table in TABLES for file in manifest["tables"][table]["files"]}
        on_disk = {path: self.folder / "feed" / path for path in self.checksums("feed")}
        marks = {"_manifest.json", *(f"{table}/_SUCCESS" for table in TABLES)}
        self.assertEqual(set(on_disk), set(listed) | marks)
        for path, file in listed.items():
            self.assertEqual(file["bytes"], on_disk[path].stat().st_size)
            self.assertRegex(file["checksum"], r"^[0-9a-f]{32}$")
        for table in TABLES:
            records = [file["records"] for file in manifest["tables"][table]["files"]]
            self.assertEqual(manifest["tables"][table]["records"], sum(records))
            self.assertEqual(sum(records), len(self.rows(f"feed/{table}")))


class Formats(program.Case):
    def setUp(self):
        super().setUp()
        self.avro = self.generate("avro", *FEED)

    def assert_same_records(self, manifest, extension):
        for table in TABLES:
            for file, original in zip(manifest["tables"][table]["files"], self.avro["tables"][table]["files"], strict=True):
                self.assertEqual(file["path"], original["path"].replace(".avro", f".{extension}"))
                self.assertEqual((file["records"], file["digest"]), (original["records"], original["digest"]))
                self.assertEqual(file["bytes"], (self.folder / extension / file["path"]).stat().st_size)
            self.assertTrue((self.folder / extension / table / "_SUCCESS").is_file())
        self.assertEqual(sorted(path.name for path in (self.folder / extension).iterdir()),
                         ["_manifest.json", *TABLES])

    def test_json(self):
        manifest = self.generate("json", *FEED, "--format", "json")
        self.assert_same_records(manifest, "json")
        for table in TABLES:
            text = (self.folder / "json" / table / "part-00000.json").read_text()
            found = [json.loads(line) for line in text.splitlines()]
            expected = self.rows(f"avro/{table}")
            self.assertEqual(len(found), len(expected))
            key = f"{table}_id"
            self.assertEqual([row[key] for row in found], [row[key] for row in expected])
            self.assertEqual(list(found[0]), list(expected[0]))

    def test_csv(self):
        manifest = self.generate("csv", *FEED, "--format", "csv")
        self.assert_same_records(manifest, "csv")
        with open(self.folder / "csv" / "event" / "part-00000.csv", newline="") as file:
            found = list(csv.DictReader(file))
        expected = self.rows("avro/event")
        self.assertEqual(len(found), len(expected))
        for row, event in zip(found, expected):
            self.assertEqual(int(row["event_id"]), event["event_id"])
            self.assertEqual(row["event_type"], event["event_type"])
            self.assertEqual(row["track_id"], event["track_id"] or "")
            self.assertEqual(row["event_time"].replace(" ", "T")[:19], event["event_time"][:19])

    def test_parquet(self):
        manifest = self.generate("parquet", *FEED, "--format", "parquet")
        self.assert_same_records(manifest, "parquet")
        for table in TABLES:
            data = (self.folder / "parquet" / table / "part-00000.parquet").read_bytes()
            self.assertEqual((data[:4], data[-4:]), (b"PAR1", b"PAR1"))

    def test_layout_day(self):
        day = self.generate("day", *FEED, "--layout", "day")
        found = self.generate("json", *FEED, "--layout", "day", "--format", "json")
        self.assertEqual([(file["path"].replace(".json", ""), file["digest"]) for file in found["tables"]["event"]["files"]],
                         [(file["path"].replace(".avro", ""), file["digest"]) for file in day["tables"]["event"]["files"]])


class NullSink(program.Case):
    def test_writes_nothing(self):
        output, _ = self.run_program("generate", *program.SMALL_CATALOG, *FEED, "--sink", "null")
        self.assertEqual(list(self.folder.iterdir()), [])
        events = self.generate("feed", *FEED)["tables"]["event"]["records"]
        self.assertIn(f"{events:,} events in ", output)


class Catalogs(program.Case):
    def test_a_catalog_folder_gives_the_feed_of_the_same_synthetic_catalog(self):
        self.run_program("catalog", "synthesize", *program.SMALL_CATALOG, "--out", "songs")
        given = self.generate("given", *FEED, "--catalog", "songs")
        made = self.generate("made", *FEED)
        self.assertEqual(given["catalog_digest"], made["catalog_digest"])
        self.assertEqual(given["tables"], made["tables"])
        self.assertEqual(given["options"]["catalog"], "songs")

    def test_an_imported_catalog_makes_a_feed(self):
        data = Path(__file__).parents[1] / "data" / "catalog_mini"
        command = ["catalog", "import", "--tracks", data / "tracks.csv", "--genres", data / "genres.csv", "--artists",
                   data / "artists.csv", "--out", "songs", "--max-rejected", "10%"]
        self.run_program(*command)
        report = json.loads((self.folder / "songs" / "import.json").read_text())
        self.assertEqual(report["matched_tracks"], len(self.rows("songs/track")))
        first = self.checksums("songs")
        self.assertEqual(set(first), {"import.json", "rejected.csv", "artist/_SUCCESS", "artist/part-00000.avro",
                                      "track/_SUCCESS", "track/part-00000.avro"})
        self.run_program(*command, "--force")
        self.assertEqual(self.checksums("songs"), first)
        tracks = {track["track_id"] for track in self.rows("songs/track")}
        self.generate("feed", *FEED, "--catalog", "songs")
        played = {event["track_id"] for event in self.rows("feed/event") if event["event_type"] == "play"}
        self.assertGreater(len(played), 1)
        self.assertLessEqual(played, tracks)

    def test_a_feed_serves_as_a_catalog(self):
        made = self.generate("made", *FEED)
        again = self.generate("again", *FEED, "--catalog", "made")
        self.assertEqual(again["tables"], made["tables"])


if __name__ == "__main__":
    unittest.main()
