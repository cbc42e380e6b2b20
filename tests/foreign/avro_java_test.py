"""Avro Java (avro-tools) reads every table in every codec and finds the values and schemas written."""

import concurrent.futures
import json
import struct
import subprocess
import sys
import tempfile

import samples

JAR = samples.require(max(samples.DEPS.glob("avro-tools-*.jar"), default=samples.DEPS / "avro-tools.jar"))


def avro_tools(*arguments):
    command = ["java", "-XX:TieredStopAtLevel=1", "-jar", str(JAR), *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: {done.stderr}")
    return done.stdout


def as_float(value):
    return struct.unpack("<f", struct.pack("<f", value))[0]


def plain(value, schema):
    """A value of Avro's JSON encoding, where a union's value stands in {"type": value}, as plain JSON."""
    if isinstance(schema, list):
        if value is None:
            return None
        (value,) = value.values()
        return plain(value, next(branch for branch in schema if branch != "null"))
    kind = schema["type"] if isinstance(schema, dict) else schema
    if kind == "record":
        return {field["name"]: plain(value[field["name"]], field["type"]) for field in schema["fields"]}
    if kind == "array":
        return [plain(item, schema["items"]) for item in value]
    if kind == "float":
        return as_float(value)  # printed in as many digits as a float needs
    if kind == "double":
        return float(value)
    return value


def check_values(folder, table, codec):
    schema = samples.declared_schema(table)
    text = avro_tools("tojson", f"{folder}/{table}-{codec}.avro")
    rows = [plain(json.loads(line), schema) for line in text.splitlines() if line]
    samples.compare(f"{table}-{codec}", rows, samples.expected_rows(folder, table))


def check_schema(folder, table):
    """Java parsed the schema, default values, docs and logical types included, and prints the same."""
    got = json.loads(avro_tools("getschema", f"{folder}/{table}-null.avro"))
    if without_namespaces(got) != without_namespaces(samples.declared_schema(table)):
        sys.exit(f"{table}: avro-tools prints another schema: {got}")


def without_namespaces(schema):
    """Java leaves out a namespace that is the one around it, or repeats it: compare without."""
    if isinstance(schema, list):
        return [without_namespaces(item) for item in schema]
    if isinstance(schema, dict):
        return {key: without_namespaces(value) for key, value in schema.items() if key != "namespace"}
    return schema


with tempfile.TemporaryDirectory() as scratch, concurrent.futures.ThreadPoolExecutor(2) as pool:
    samples.write(sys.argv[1], scratch)
    checks = [pool.submit(check_schema, scratch, table) for table in samples.TABLES]
    checks += [pool.submit(check_values, scratch, t, c) for t in samples.TABLES for c in samples.CODECS]
    for one in checks:
        one.result()
