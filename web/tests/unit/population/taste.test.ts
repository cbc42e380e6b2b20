import { expect, test } from "vitest";
import { longest, shareWords } from "../../../population/share_rows";
import { favourite, shareOf } from "../../../population/taste";

const kRows = shareOf(
  [
    { name: "pop", streams: 30 },
    { name: "samba", streams: 20 },
    { name: "forro", streams: 10 },
  ],
  100,
  [
    { name: "pop", streams: 400 },
    { name: "samba", streams: 50 },
  ],
  1000,
);

test("shares stand beside everyone's, where those are known", () => {
  expect(kRows.map((r) => [r.share, r.ghost])).toEqual([
    [0.3, 0.4],
    [0.2, 0.05],
    [0.1, null],
  ]);
  expect(longest(kRows)).toBe(0.4);
});

test("the favourite is streamed most times as much as by everyone", () => {
  expect(favourite(kRows)).toEqual({ name: "samba", times: 4 });
  expect(favourite(kRows.slice(0, 1))).toBeNull();
});

test("small shares have a decimal", () => {
  expect([0.318, 0.0571, 0, 0.1].map(shareWords)).toEqual(["32%", "5.7%", "0%", "10%"]);
});
