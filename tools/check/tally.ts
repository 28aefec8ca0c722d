/** How the tests of one or more suites ended. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The part of Vitest's JSON report that is read here. */
export interface Report {
  readonly testResults: readonly FileResult[];
}

interface FileResult {
  readonly name: string;
  readonly status: string;
  readonly startTime: number;
  readonly endTime: number;
  readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
}

/** A test file and what it took. */
export interface Cost {
  readonly file: string;
  readonly seconds: number;
}

/** A suite of one step, such as the compiler: it passes or fails as a whole. */
export function tallyOfStatus(status: number): Tally {
  return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** Counts tests; a file that fails before its tests run counts as one failure, and so does a run that failed for any other reason. */
export function tallyOfReport(report: Report | undefined, status: number): Tally {
  const files = report?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const count = (wanted: string) => tests.filter(({ status }) => status === wanted).length;
  const brokenFiles = files.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  ).length;
  const failed = count("failed") + brokenFiles;
  const passed = count("passed");
  return {
    passed,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: tests.length - passed - count("failed"),
  };
}

/** The names of tests that did not run. */
export function skippedTests(report: Report): readonly string[] {
  return report.testResults
    .flatMap((file) => file.assertionResults)
    .filter(({ status }) => status !== "passed" && status !== "failed")
    .map(({ fullName }) => fullName);
}

/** In CI a test that wanted something the machine lacks is a failure: there the machine is ours to equip. */
export function strict(tally: Tally): Tally {
  return { passed: tally.passed, failed: tally.failed + tally.skipped, skipped: 0 };
}

export function sumOfTallies(tallies: readonly Tally[]): Tally {
  const total = (of: (tally: Tally) => number) => tallies.reduce((sum, tally) => sum + of(tally), 0);
  return { passed: total((t) => t.passed), failed: total((t) => t.failed), skipped: total((t) => t.skipped) };
}

/** The last line of a run: `12 passed, 0 failed`, with the skipped where there are any. */
export function formatTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** The files that took longest, dearest first. */
export function dearest(reports: readonly Report[], limit: number): readonly Cost[] {
  return reports
    .flatMap((report) => report.testResults)
    .map((file) => ({ file: file.name, seconds: (file.endTime - file.startTime) / 1000 }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, limit);
}
