import { expect, test } from "vitest";
import {
  dearest,
  formatTally,
  type Report,
  skippedTests,
  strict,
  sumOfTallies,
  tallyOfReport,
  tallyOfStatus,
} from "./tally.ts";

function file(name: string, seconds: number, statuses: readonly string[], status = "passed"): Report["testResults"][0] {
  const assertionResults = statuses.map((status, index) => ({ status, fullName: `${name} ${index}` }));
  return { name, status, startTime: 1000, endTime: 1000 + seconds * 1000, assertionResults };
}

test("passed, failed and skipped tests are counted apart", () => {
  const report = {
    testResults: [file("a", 1, ["passed", "failed", "skipped"], "failed"), file("b", 1, ["passed", "pending"])],
  };
  expect(tallyOfReport(report, 1)).toEqual({ passed: 2, failed: 1, skipped: 2 });
  expect(skippedTests(report)).toEqual(["a 2", "b 1"]);
});

test("a file that does not load is a failure though it has no test", () => {
  expect(tallyOfReport({ testResults: [file("a", 1, [], "failed")] }, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("a run that ends badly is a failure whatever its report says", () => {
  expect(tallyOfReport({ testResults: [file("a", 1, ["passed"])] }, 1).failed).toBe(1);
  expect(tallyOfReport(undefined, 137)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("a compiler's run counts as one", () => {
  expect([tallyOfStatus(0), tallyOfStatus(2)].map(formatTally)).toEqual(["1 passed, 0 failed", "0 passed, 1 failed"]);
});

test("in CI a skip is a failure", () => {
  expect(formatTally({ passed: 3, failed: 1, skipped: 2 })).toBe("3 passed, 1 failed, 2 skipped");
  expect(formatTally(strict({ passed: 3, failed: 1, skipped: 2 }))).toBe("3 passed, 3 failed");
});

test("suites add up", () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  expect(sumOfTallies([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
});

test("the dearest files come first, over all suites", () => {
  const reports = [{ testResults: [file("a", 1, []), file("b", 3, [])] }, { testResults: [file("c", 2, [])] }];
  expect(dearest(reports, 2)).toEqual([
    { file: "b", seconds: 3 },
    { file: "c", seconds: 2 },
  ]);
});
