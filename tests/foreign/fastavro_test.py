"""fastavro reads every table in every codec and finds the values written, logical types included."""

import datetime
import os
import sys
import tempfile

import samples

PYTHON = samples.require(samples.DEPS / "fastavro" / "bin" / "python")
if sys.prefix != str(PYTHON.parent.parent.resolve()):
    os.execv(PYTHON, [str(PYTHON), "-B", *sys.argv])

import fastavro  # noqa: E402  (only the environment of setup.sh has it)

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
INSTANTS = {"user": ["registered_at"], "event": ["event_time", "ingest_time"], "truth_session": ["planned_end"]}
WALL_CLOCKS = {"truth_session": ["local_begin"], "truth_stream": ["local_start"]}
DATES = {"user": ["birth_date"], "track": ["release_date"]}


def numbers(table, row):
    """The row with instants and dates, which must come as Python's own types, turned to the numbers they stand for."""
    for field in INSTANTS.get(table, []):
        assert isinstance(row[field], datetime.datetime), f"{field} is {row[field]!r}, not an instant"
        row[field] = (row[field] - EPOCH) // datetime.timedelta(milliseconds=1)
    for field in WALL_CLOCKS.get(table, []):
        assert isinstance(row[field], datetime.datetime) and row[field].tzinfo is None, f"{field} is {row[field]!r}"
        row[field] = (row[field] - EPOCH.replace(tzinfo=None)) // datetime.timedelta(milliseconds=1)
    for field in DATES.get(table, []):
        assert type(row[field]) is datetime.date, f"{field} is {row[field]!r}, not a date"
        row[field] = (row[field] - EPOCH.date()).days
    return row


def check(folder, table, codec):
    with open(f"{folder}/{table}-{codec}.avro", "rb") as file:
        reader = fastavro.reader(file)
        assert reader.codec == codec, reader.codec
        rows = [numbers(table, row) for row in reader]
    samples.compare(f"{table}-{codec}", rows, samples.expected_rows(folder, table))


with tempfile.TemporaryDirectory() as scratch:
    samples.write(sys.argv[1], scratch)
    for one_table in samples.TABLES:
        fastavro.parse_schema(samples.declared_schema(one_table))
        for one_codec in samples.CODECS:
            check(scratch, one_table, one_codec)
