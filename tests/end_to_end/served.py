"""A running `serve`, and what its tests ask of it."""
import gzip
import http.client
import json
import signal
import socket
import time

import program


class Served(program.Case):
    """A test whose servers are ended with it."""

    def serve(self, feed, *arguments):
        """Starts `serve` on a free port; `self.port` is that of the last one."""
        process = self.start("serve", feed, "--port", 0, *arguments)
        self.addCleanup(self.end, process)
        line = process.stdout.readline()
        self.assertRegex(line, r"^serving \S+ at http://127\.0\.0\.1:\d+/ until Ctrl-C$", process)
        self.port = int(line.split(":")[2].split("/")[0])
        return process

    def end(self, process):
        if process.poll() is None:
            process.kill()
        process.communicate()

    def interrupt(self, process):
        """Ctrl-C; what it said on standard error."""
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
        self.assertEqual(process.returncode, 0, errors)
        return errors

    def ask(self, path, method="GET", headers=None, body=None):
        """Status, headers and text of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        self.addCleanup(connection.close)
        connection.request(method, path, headers=headers or {}, body=body)
        answer = connection.getresponse()
        text = answer.read()
        if answer.getheader("Content-Encoding") == "gzip":
            text = gzip.decompress(text)
        connection.close()
        return answer.status, answer.headers, text.decode()

    def get(self, path, status=200):
        """The JSON of an answer."""
        got, headers, text = self.ask(path)
        self.assertEqual(got, status, f"{path}: {text}")
        self.assertEqual(headers["Content-Type"], "application/json")
        return json.loads(text)

    def refused(self, path, status, *parts, **request):
        """An answer of the one shape of errors, which says these parts."""
        got, _, text = self.ask(path, **request)
        self.assertEqual(got, status, f"{path}: {text}")
        error = json.loads(text)["error"]
        self.assertEqual(len(error.splitlines()), 1)
        for part in parts:
            self.assertIn(part, error)

    def raw(self, request, timeout=30):
        """Whatever comes back for these bytes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=timeout) as connection:
            try:
                connection.sendall(request)
            except ConnectionError:
                pass  # hung up on; the answer may still be there
            answer = b""
            while True:
                part = connection.recv(65536)
                if not part:
                    return answer.decode()
                answer += part

    def wait_for(self, *states):
        """Until the state is one of these; the status then."""
        until = time.time() + 120
        while time.time() < until:
            status = self.get("/api/status")
            if status["state"] in states:
                return status
            time.sleep(0.05)
        self.fail(f"still {status}")


class Shared(Served):
    """One feed and one server for all tests of a class; the tests only ask. FEED is what the feed is made by."""

    @classmethod
    def setUpClass(cls):
        cls.one = Served()
        cls.addClassCleanup(cls.one.doCleanups)
        cls.one.setUp()
        cls.one.generate("feed", *cls.FEED)
        cls.before = cls.one.checksums("feed")
        cls.process = cls.one.serve("feed")
        cls.one.wait_for("ready")

    def setUp(self):
        self.folder, self.port, self.program = self.one.folder, self.one.port, self.one.program
