/** What the reports of a run say in English; a member that another language lacks does not compile. */
export const wordsEn = {
  passed: "holds",
  failed: "BROKEN",
  vacuous: "VACUOUS",
  skipped: "skipped",
  runs: (runs: number, rejected: number): string =>
    rejected === 0 ? `${runs} months` : `${runs} months, ${rejected} more that it does not speak of`,
  needs: (needs: string): string => `the rater does not model ${needs}`,
  rare: (classes: string): string => `met too rarely: ${classes}`,
  month: "The smallest month found",
  question: (index: number, of: number): string => `The smallest months found, ${index} of ${of}`,
  line: "line",
  expected: "expected",
  actual: "actual",
  difference: "difference",
  trouble: (message: string): string => `The rater gave no answer that can be judged: ${message}`,
  shrunk: (original: number, shrunk: number, run: number): string =>
    `Month ${run} of the run; original ${original} events, shrunk to ${shrunk}`,
  replay: "Replay it with",
  cross: (plans: readonly string[]): string => `Two plans cross: ${plans.join(" and ")}`,
  without: (event: string): string => `without ${event}`,
  having: (event: string): string => `with ${event}`,
  summary: ({ passed, failed, vacuous, skipped }: Tally): string =>
    [
      passed === 1 ? "1 law holds" : `${passed} laws hold`,
      `${failed} broken`,
      ...(vacuous > 0 ? [`${vacuous} vacuous`] : []),
      ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ].join(", "),
  noEvents: "no events",
};

/** How many laws ended in each way. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly vacuous: number;
  readonly skipped: number;
}

/** Every word of the reports. */
export type Words = typeof wordsEn;
