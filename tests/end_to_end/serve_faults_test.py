"""`serve` when requests, feeds, files and signals are not as they should be: a clear answer each, and it stays up."""
import concurrent.futures
import json
import shutil
import signal
import socket
import time
import unittest

import program
import served

SMALL = ["--users", 8, "--to", "2025-02-01"]


class Requests(served.Shared):
    FEED = SMALL

    def tearDown(self):
        self.assertIsNone(self.process.poll())
        self.assertEqual(self.get("/api/status")["state"], "ready")

    def test_unknown_things(self):
        self.refused("/api/users/8", 404, "no user 8")
        self.refused("/api/users/8/wrapped", 404, "no user 8")
        for path in ["/api", "/api/", "/api/user", "/api/users/", "/api/users/1/", "/api/users/1/wrapped/", "/x",
                     "/api/feed/", "//", "/API/feed", "/api/users/random/x"]:
            status, _, text = self.ask(path)
            self.assertIn(status, [400, 404], path)
            self.assertIn("error", json.loads(text))

    def test_parameters(self):
        for path, *parts in [
                ("/api/users/x", 'user_id "x"', "whole number"), ("/api/users/-1", "user_id"),
                ("/api/users/99999999999999999999", "user_id"), ("/api/users?limit=0", "limit", "1 to 100"),
                ("/api/users?q=" + 101 * "x", "q", "100 bytes"), ("/api/users?q=%ff", "UTF-8"),
                ("/api/users?name=x", '"name"', "q, limit"), ("/api/users/1?x=1", '"x"', "none"),
                ("/api/population?age=30", "age", "25-34"), ("/api/population?plan=all", "plan", "premium"),
                ("/api/population?country=Germany", "country", "DE"), ("/api/population?q=x", '"q"', "country"),
                ("/api/feed?x=1", "none"), ("/api/status?x=1", "none"), ("/api/realism?x=1", "none")]:
            with self.subTest(path=path):
                self.refused(path, 400, *parts)

    def test_other_methods(self):
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"]:
            status, headers, text = self.ask("/api/feed", method=method, body=b"x" * 1000)
            self.assertEqual((status, headers["Allow"]), (405, "GET, HEAD"), text)
            self.assertIn(method, json.loads(text)["error"])

    def test_no_file_is_served(self):
        for path in ["/../feed/_manifest.json", "/..%2f..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
                     "//etc/passwd", "/api/../../etc/passwd", "/feed/_manifest.json",
                     "/api/users/..%2f..%2fetc%2fpasswd", "/etc/passwd%00", "/....//etc/passwd",
                     "/..\\..\\etc\\passwd", "/%c0%ae%c0%ae/etc/passwd"]:
            answer = self.raw(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            self.assertRegex(answer, r"^HTTP/1\.1 40[04] ", path)
            self.assertNotIn("root:", answer)
            self.assertNotIn("catalog_digest", answer)

    def test_malformed_requests(self):
        for request in [b"\r\n\r\n", b"GET\r\n\r\n", b"GET /\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
                        b"get / HTTP/1.1\r\n\r\n",
                        b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", b"GET / HTTP/1.1\r\nHost localhost\r\n\r\n\r\n",
                        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"]:
            answer = self.raw(request)
            self.assertRegex(answer, r"^HTTP/1\.1 40[03] ", request)
            self.assertIn('{"error":', answer)

    def test_oversized_requests(self):
        line = b" HTTP/1.1\r\nHost: localhost\r\n"
        for status, request in [
                (414, b"GET /" + 20_000 * b"x" + line + b"\r\n"),
                (414, b"GET /" + 5_000_000 * b"x"),
                (431, b"GET /" + line + b"X: " + 50_000 * b"x" + b"\r\n\r\n"),
                (431, b"GET /" + line + 10_000 * b"X: x\r\n" + b"\r\n"),
                (413, b"POST /" + line + b"Content-Length: 100000000\r\n\r\n" + 200_000 * b"x"),
                (413, b"GET /" + line + b"Content-Length: 99999999999999999999\r\n\r\n")]:
            answer = self.raw(request)
            self.assertTrue(answer.startswith(f"HTTP/1.1 {status} "), answer[:200])
            self.assertIn('{"error":', answer)

    def test_a_second_request_behind_the_first_is_not_taken_for_one(self):
        answer = self.raw(b"GET /api/status HTTP/1.1\r\nHost: localhost\r\nContent-Length: 44\r\n\r\n"
                          b"GET /api/feed HTTP/1.1\r\nHost: localhost\r\n\r\n")
        self.assertEqual(answer.count("HTTP/1.1 "), 1)

    def test_only_this_machine_is_answered(self):
        for host in ["evil.example", "evil.example:8080", "127.0.0.1.evil.example", "[::2]", ""]:
            self.refused("/api/feed", 403, host, headers={"Host": host})
        for host in ["localhost", f"127.0.0.1:{self.port}", "[::1]:80", "LOCALHOST"]:
            self.assertEqual(self.ask("/api/feed", headers={"Host": host})[0], 200)

    def test_two_hundred_at_once(self):
        paths = ["/api/population", "/api/users/1", "/", "/api/users?q=a", "/api/realism"]
        with concurrent.futures.ThreadPoolExecutor(200) as pool:
            answers = list(pool.map(lambda i: self.ask(paths[i % len(paths)]), range(200)))
        for status, headers, text in answers:
            self.assertIn(status, [200, 503])
            if status == 503:
                self.assertIn("busy", json.loads(text)["error"])
                self.assertTrue(headers["Retry-After"])
        self.assertGreater(sum(status == 200 for status, _, _ in answers), 20)

    def test_idle_connections_are_in_nobodys_way(self):
        idle = [socket.create_connection(("127.0.0.1", self.port)) for _ in range(300)]
        for connection in idle[::2]:
            connection.sendall(b"GET / HT")
        began = time.time()
        self.get("/api/feed")
        self.assertLess(time.time() - began, 60)
        for connection in idle:
            connection.close()


class Feeds(served.Served):
    def test_no_feed_to_serve(self):
        (self.folder / "empty").mkdir()
        self.generate("parquet", *SMALL, "--format", "parquet")
        self.generate("early", "--users", 2, "--from", "2025-12-01", "--to", "2026-01-01")
        self.generate("part", *SMALL)  # as a run leaves it that was killed before its last step
        (self.folder / "part" / ".unfinished").mkdir()
        (self.folder / "part" / "_manifest.json").rename(self.folder / "part" / ".unfinished" / "run.json")
        for feed, *parts in [("nowhere", "no such folder"), ("empty", "empty"), ("parquet", "--format parquet"),
                             ("early", "none of 2025-01-01 to 2025-11-15"), ("part", "unfinished", "--resume")]:
            with self.subTest(feed=feed):
                _, errors = self.run_program("serve", feed, "--port", 0, status=1)
                self.assert_one_line(errors, f"serve: {feed}", *parts)
                self.assertFalse((self.folder / f"{feed}.results.duckdb").exists())

    def test_wrong_usage(self):
        self.generate("feed", *SMALL)
        for arguments, *parts in [(["--port", "x"], "--port", "0 to 65535"), (["--port", "70000"], "--port", "65535"),
                                  (["--prt", "1"], "--prt")]:
            _, errors = self.run_program("serve", "feed", *arguments, status=2)
            self.assert_one_line(errors, *parts)
        _, errors = self.run_program("serve", status=2)
        self.assert_one_line(errors, "FEED is missing")

    def test_the_address_cannot_be_had(self):
        self.generate("feed", *SMALL)
        self.serve("feed")
        for arguments, *parts in [(["--port", self.port], f"--port {self.port}", "already in use"),
                                  (["--host", "203.0.113.7", "--port", 0], "203.0.113.7"),
                                  (["--host", "no.such.host.invalid", "--port", 0], "no.such.host.invalid")]:
            _, errors = self.run_program("serve", "feed", *arguments, status=1)
            self.assert_one_line(errors, "cannot listen there", *parts)
        _, errors = self.run_program("serve", "feed", "--port", 0, "--results", "nowhere/x", status=1)
        self.assert_one_line(errors, "nowhere")

    def test_results_are_made_once_and_shared(self):
        self.generate("feed", *SMALL)
        first = self.serve("feed")
        self.wait_for("ready")
        file = self.folder / "feed.results.duckdb"
        made = file.stat().st_mtime_ns, file.stat().st_ino
        page = self.get("/api/users/1")
        self.serve("feed")  # while the first one runs
        self.wait_for("ready")
        self.assertEqual(self.get("/api/users/1"), page)
        self.interrupt(first)
        self.assertEqual(self.get("/api/users/1"), page)
        self.assertEqual((file.stat().st_mtime_ns, file.stat().st_ino), made)

    def test_results_that_are_none_are_made_again(self):
        self.generate("feed", *SMALL)
        self.interrupt_when_ready("feed")
        file = self.folder / "feed.results.duckdb"
        whole = file.read_bytes()
        for other in [b"", b"no database", whole[:len(whole) // 2]]:
            file.write_bytes(other)
            self.interrupt_when_ready("feed")
            self.assertGreater(file.stat().st_size, len(whole) // 2)

    def interrupt_when_ready(self, feed):
        process = self.serve(feed)
        self.wait_for("ready")
        self.get("/api/users/1")
        self.interrupt(process)

    def test_both_layouts_give_the_same(self):
        self.generate("feed", *SMALL)
        self.generate("by_day", *SMALL, "--layout", "day")
        answers = []
        for feed in ["feed", "by_day"]:
            self.serve(feed)
            self.wait_for("ready")
            answers.append([self.get(path) for path in ["/api/users/1", "/api/population", "/api/users"]])
        self.assertEqual(*answers)

    def test_a_damaged_feed_is_said_to_be_one(self):
        self.generate("feed", *SMALL)
        event = next((self.folder / "feed" / "event").glob("*.avro"))
        event.write_bytes(event.read_bytes()[:-100])
        process = self.serve("feed")
        status = self.wait_for("failed")
        self.assertIn(event.name, status["error"])
        self.refused("/api/users/1", 503, event.name)
        self.assertEqual(self.ask("/")[0], 200)
        self.assert_one_line(self.interrupt(process), "serve: feed", event.name)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["feed"])

    def test_a_feed_is_replaced_while_it_is_served(self):
        self.generate("feed", *SMALL)
        self.serve("feed")
        before = self.wait_for("ready")["id"]
        name = self.get("/api/users/1")["profile"]["name"]
        shutil.rmtree(self.folder / "feed")
        self.wait_for("missing")
        self.refused("/api/users/1", 503, "feed")
        self.assertEqual(self.get("/api/users/1", status=503)["status"]["state"], "missing")
        self.generate("feed", *SMALL, "--seed", 2)
        until = time.time() + 60
        while self.get("/api/status")["id"] == before and time.time() < until:
            time.sleep(0.05)
        after = self.wait_for("ready")["id"]
        self.assertNotEqual(after, before)
        self.assertEqual(self.ask("/api/users/1")[1]["Wrapfeed-Feed"], after)
        self.assertNotEqual(self.get("/api/users/1")["profile"]["name"], name)
        self.assertEqual(self.get("/api/feed")["seed"], "2")

    def states_until(self, state):
        """The feeds and states that are seen until one is of this state, without those that prepare."""
        seen = []
        until = time.time() + 120
        while not seen or seen[-1][1] != state:
            self.assertLess(time.time(), until, seen)
            status = self.get("/api/status")
            if status["state"] != "preparing" and (status["id"], status["state"]) not in seen:
                seen.append((status["id"], status["state"]))
            time.sleep(0.02)
        return seen

    def serve_and_wait_for_share(self, share):
        """A feed that takes a while, with so much of it prepared; its id."""
        self.generate("feed", "--users", 120, "--population", "heavy")
        self.serve("feed")
        while (status := self.get("/api/status"))["share"] < share:
            self.assertEqual(status["state"], "preparing")
        return status["id"]

    def test_a_feed_is_replaced_while_it_is_prepared(self):
        self.generate("other", *SMALL, "--seed", 2)
        before = self.serve_and_wait_for_share(0.1)
        (self.folder / "feed").rename(self.folder / "old")
        (self.folder / "other").rename(self.folder / "feed")
        seen = self.states_until("ready")
        self.assertEqual([state for _, state in seen], ["ready"])
        self.assertNotEqual(seen[0][0], before)
        self.assertEqual(self.get("/api/feed")["seed"], "2")
        self.assertEqual(self.get("/api/population")["users"], 8)

    def test_a_feed_is_removed_while_it_is_prepared(self):
        self.serve_and_wait_for_share(0.1)
        shutil.rmtree(self.folder / "feed")
        self.assertEqual([state for _, state in self.states_until("missing")], ["missing"])
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_a_feed_that_cannot_be_served_is_said_to_be_so_until_it_can(self):
        self.generate("feed", *SMALL)
        self.generate("parquet", *SMALL, "--format", "parquet")
        self.generate("other", *SMALL, "--seed", 2)
        self.serve("feed")
        self.wait_for("ready")
        for folder in ["parquet", "other"]:
            shutil.rmtree(self.folder / "feed")
            (self.folder / folder).rename(self.folder / "feed")
            if folder == "parquet":
                self.assertIn("--format parquet", self.wait_for("failed")["error"])
        self.wait_for("ready")
        self.assertEqual(self.get("/api/feed")["seed"], "2")

    def test_it_answers_while_it_prepares_and_stops_at_once(self):
        self.generate("feed", "--users", 120, "--population", "heavy")
        for number, end in enumerate([signal.SIGINT, signal.SIGTERM]):
            process = self.serve("feed")
            status = self.get("/api/status")
            self.assertEqual((status["state"], status["error"]), ("preparing", None))
            self.assertEqual(self.ask("/")[0], 200)
            self.assertEqual(self.get("/api/feed")["users"], 120)
            refusal = self.get("/api/population", status=503)
            self.assertEqual(refusal["status"]["state"], "preparing")
            time.sleep(0.7 * number)  # once in the reading, once behind it
            process.send_signal(end)
            _, errors = process.communicate(timeout=20)
            self.assertEqual((process.returncode, errors), (0, ""))
            self.assertEqual([path.name for path in self.folder.iterdir()], ["feed"])

    def test_nothing_partial_looks_whole_after_a_kill(self):
        self.generate("feed", "--users", 40, "--population", "heavy")
        process = self.serve("feed")
        shares = []
        while not shares or shares[-1] < 0.5:
            shares.append(self.get("/api/status")["share"])
        self.assertEqual(shares, sorted(shares))
        process.kill()
        process.communicate()
        self.assertFalse((self.folder / "feed.results.duckdb").exists())
        self.serve("feed")
        self.wait_for("ready")
        self.assertEqual({path.name for path in self.folder.iterdir()}, {"feed", "feed.results.duckdb"})


if __name__ == "__main__":
    unittest.main()
