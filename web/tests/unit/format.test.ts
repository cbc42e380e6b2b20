import { expect, test } from "vitest";
import { big, day, figure, number, percent, sentence, tick } from "../../charts/format";

test("numbers keep three significant digits or all of a whole number", () => {
  expect(number(17057482)).toBe("17,057,482");
  expect(number(128.44)).toBe("128");
  expect(number(58.91)).toBe("58.9");
  expect(number(3.196)).toBe("3.2");
  expect(number(0.1234)).toBe("0.123");
  expect(number(0.00131)).toBe("0.0013");
  expect(number(-0.7061)).toBe("−0.706");
  expect(number(0)).toBe("0");
});

test("what is no number is a dash", () => {
  expect(number(null)).toBe("–");
  expect(number(Number.NaN)).toBe("–");
  expect(figure(undefined)).toBe("–");
});

test("percent", () => {
  expect(percent(0.067)).toBe("6.7%");
  expect(percent(0.8512)).toBe("85.1%");
  expect(percent(0)).toBe("0%");
  expect(percent(0.00013)).toBe("0.013%");
});

test("ticks are short", () => {
  expect(tick(0.005, "percent")).toBe("0.5%");
  expect(tick(0.3, "percent")).toBe("30%");
  expect(tick(1000, "number")).toBe("1,000");
  expect(tick(20000, "number")).toBe("20k");
  expect(tick(2e6, "number")).toBe("2M");
  expect(tick(0.00003, "number")).toBe("3e−5");
  expect(tick(0.1 + 0.2, "number")).toBe("0.3");
});

test("big figures get a word", () => {
  expect(big(10832914)).toEqual(["10.8", "million"]);
  expect(big(2_500_000_000)).toEqual(["2.5", "billion"]);
  expect(big(251330)).toEqual(["251,330", ""]);
});

test("a scorecard may hold words and ranges", () => {
  expect(figure("15 %")).toBe("15 %");
  expect(figure([0.19, 0.24])).toBe("0.19 – 0.24");
});

test("days and sentences", () => {
  expect(day("2025-01-02")).toBe("2 January 2025");
  expect(day("someday")).toBe("someday");
  expect(sentence("log of plays")).toBe("Log of plays");
  expect(sentence("")).toBe("");
});
