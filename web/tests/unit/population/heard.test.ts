import { expect, test } from "vitest";
import type { FeedFacts } from "../../../app/model";
import { heard } from "../../../population/heard";

const window = { first: "2025-01-01", last: "2025-11-15", days: 319, months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] };

test.each([
  ["2025-01-01", "2025-12-31", 319, true],
  ["2024-07-01", "2025-10-31", 304, true],
  ["2025-01-01", "2025-10-30", 303, false],
  ["2025-01-02", "2025-12-31", 318, false],
  ["2025-06-01", "2025-08-31", 92, false],
  ["2025-12-01", "2025-12-31", 0, false],
])("of the window, a feed from %s to %s has %i days; growth: %s", (from, to, days, grows) => {
  expect(heard({ from, to, window } as FeedFacts)).toEqual({ months: window.months, days, grows });
});

test("a window of half a year has no two quarters and a month", () => {
  const half = { ...window, first: "2025-06-01", months: [6, 7, 8, 9, 10, 11] };
  expect(heard({ from: "2025-01-01", to: "2025-12-31", window: half } as FeedFacts).grows).toBe(false);
});
