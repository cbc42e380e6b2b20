import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Api, ApiError, Preparing } from "../../app/api";

const kStatus = { state: "preparing", stage: "stories", step: "tops", share: 0.5, error: null };
const kAnswers: Record<string, [number, string]> = {
  "/api/status": [200, JSON.stringify({ ...kStatus, state: "ready" })],
  "/api/users?q=a%26b&limit=8": [200, JSON.stringify({ users: [{ user_id: 3 }] })],
  "/api/users/random": [200, JSON.stringify({ user: null })],
  "/api/users/9": [404, JSON.stringify({ error: "no user 9 in this feed" })],
  "/api/users/8": [503, JSON.stringify({ error: "being prepared", status: kStatus })],
  "/api/users/7": [502, "<html>no JSON</html>"],
};

let server: Server;
let base: string;
let feed = "one";
beforeAll(async () => {
  server = createServer((request, response) => {
    const [status, body] = kAnswers[request.url!] ?? [404, "{}"];
    response.writeHead(status, { "wrapfeed-feed": feed }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
});
afterAll(() => server.close());

const api = (replaced = () => {}) => new Api(replaced, base);

test("answers come as they are, questions are encoded", async () => {
  expect((await api().status()).state).toBe("ready");
  expect(await api().search("a&b")).toEqual([{ user_id: 3 }]);
  expect(await api().random()).toBeNull();
});

test("an error says what the server said", async () => {
  await expect(api().year(9)).rejects.toMatchObject({ status: 404, message: "no user 9 in this feed" });
  await expect(api().year(7)).rejects.toThrow(new ApiError(502, "The server answered 502."));
});

test("a server that still counts is told from one that is broken", async () => {
  const error = await api()
    .year(8)
    .catch((e: unknown) => e);
  expect(error).toBeInstanceOf(Preparing);
  expect((error as Preparing).progress.share).toBe(0.5);
});

test("another feed under the same server is noticed once", async () => {
  let replaced = 0;
  const asked = api(() => replaced++);
  await asked.status();
  await asked.status();
  expect(replaced).toBe(0);
  feed = "two";
  await asked.status();
  await asked.status();
  expect(replaced).toBe(1);
});

test("a question can be taken back", async () => {
  const leave = new AbortController();
  leave.abort();
  await expect(api().status(leave.signal)).rejects.toThrow(/abort/i);
});
