import { expect, test } from "vitest";
import { readReport } from "../../report/data";
import { headline, verdict } from "../../report/masthead";
import fixture from "../../report/fixture.json";

const kAxes = {
  x: { label: "plays", type: "log" },
  y: { label: "share", type: "linear", format: "percent" },
};

function chart(points: unknown, more = {}) {
  const series = [{ name: "this feed", role: "feed", points }];
  return { id: "c", title: "c", mark: "line", ...kAxes, series, ...more };
}

function read(value: unknown) {
  return readReport(JSON.stringify(value))!;
}

test("null is a page without data", () => {
  expect(readReport("null")).toBeNull();
});

test("damaged data are refused", () => {
  expect(() => readReport("{")).toThrow();
});

test("the fixture is read whole", () => {
  const report = read(fixture);
  expect(report.charts).toHaveLength(fixture.charts.length);
  expect(report.targets).toHaveLength(12);
  expect(report.passed).toBe(fixture.scorecard.passed);
  expect(report.windows!.features).toHaveLength(46);
  expect(report.spread).toHaveLength(fixture.scorecard.spread.length);
  expect(report.correlations).toHaveLength(28);
});

test("absent parts stay empty", () => {
  expect(read({})).toEqual(
    { feed: {}, charts: [], judged: true, targets: [], passed: 0, windows: null, spread: [], correlations: [] },
  );
});

test("points that are no numbers are left out, and charts without any", () => {
  const report = read({ charts: [chart([[1, 2], [2, null], [null, 3], [4]]), chart([]), chart(null)] });
  expect(report.charts).toHaveLength(1);
  expect(report.charts[0]!.series[0]!.points).toEqual([[1, 2]]);
  expect(report.charts[0]!.section).toBe("Curves");
});

test("a curve runs from left to right whatever the order of its points", () => {
  const report = read({ charts: [chart([[10, 3], [2, 2], [1, 1]])] });
  expect(report.charts[0]!.series[0]!.points).toEqual([[1, 1], [2, 2], [10, 3]]);
});

test("categories are words even where they look like numbers", () => {
  const x = { label: "gap", type: "category" };
  const report = read({ charts: [chart([[1, 0.5], ["2", 0.5]], { x })] });
  expect(report.charts[0]!.series[0]!.points).toEqual([["1", 0.5], ["2", 0.5]]);
});

test("features, spreads and correlations without figures are left out", () => {
  const feature = { name: "f", label: "f", ks: 0.1, percent: [1, 50], feed: [1, 2], real: [1, 2] };
  const three = { p10: 1, p50: 2, p90: 3 };
  const report = read({
    scorecard: {
      windows: { mean_ks: 0.1, features: [feature, { ...feature, feed: [1, null] }, { ...feature, ks: null }] },
      spread: [{ feed: three, real: three }, { feed: three, real: { ...three, p90: null } }, { feed: three }],
      correlations: [{ one: "a", other: "b", feed: 0.1, real: 0.2 }, { one: "a", other: "b", feed: null, real: 0 }],
    },
  });
  expect(report.windows!.features).toHaveLength(1);
  expect(report.spread).toHaveLength(1);
  expect(report.correlations).toHaveLength(1);
});

test("windows that could not be measured are no windows", () => {
  expect(read({ scorecard: { windows: { mean_ks: null, features: [] } } }).windows).toBeNull();
});

test("the headline counts listeners and days", () => {
  expect(headline({ users: 1000, from: "2025-01-01", to: "2025-12-31" })).toBe("1,000 listeners, 365 days");
  expect(headline({ users: 1, from: "2025-01-01", to: "2025-01-01" })).toBe("1 listener, one day");
  expect(headline({ users: 5 })).toBe("5 listeners");
});

test("the verdict states what was measured only", () => {
  expect(verdict(read(fixture))).toContain(`${fixture.scorecard.passed} of 12 targets pass.`);
  expect(verdict(read({}))).toBe("");
});

test("of too few plays nothing is judged", () => {
  const report = read({ ...fixture, scorecard: { ...fixture.scorecard, judged: false } });
  expect([report.targets, report.spread, report.correlations, report.windows]).toEqual([[], [], [], null]);
  expect(verdict(report)).toContain("Too few plays to judge");
});
