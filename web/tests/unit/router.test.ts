import { expect, test } from "vitest";
import { formatRoute, parseRoute } from "../../app/router";

test("an address names a view, its parts and its questions", () => {
  const route = parseRoute("#/users/12/clock?country=DE&age=18-24");
  expect([route.view, ...route.parts]).toEqual(["users", "12", "clock"]);
  expect(Object.fromEntries(route.query)).toEqual({ country: "DE", age: "18-24" });
});

test.each(["", "#", "#/", "/"])("%j is the start", (hash) => {
  expect(parseRoute(hash)).toMatchObject({ view: "", parts: [] });
});

test("what was written is read again, whatever it holds", () => {
  const query = new URLSearchParams({ q: "a&b=ç?" });
  const route = parseRoute(formatRoute("users", ["x/y", 7, "50%"], query));
  expect(route.parts).toEqual(["x/y", "7", "50%"]);
  expect(route.query.get("q")).toBe("a&b=ç?");
});

test("a stray percent sign breaks nothing", () => {
  expect(parseRoute("#/users/100%").parts).toEqual(["100%"]);
});
