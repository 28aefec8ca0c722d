import type { Law } from "../law.ts";
import type { Subject } from "../subject.ts";
import { type Exhibit, judge } from "./judge.ts";
import type { Memory } from "./memory.ts";

/** What came of many cases, up to the first that does not hold. */
export interface Judged<Case> {
  readonly broken?: { readonly index: number; readonly exhibit: Exhibit<Case> };
  /** Cases that were asked about, the broken one included. */
  readonly judged: readonly Case[];
  /** Cases that the law does not speak of. */
  readonly rejected: number;
  /** Judged cases whose answers had nothing that the law is about. */
  readonly silent: number;
}

/** How the cases are asked about. */
export interface Asking {
  readonly inFlight: number;
  readonly pause: (() => Promise<void>) | undefined;
  readonly memory: Memory | undefined;
}

/** Judges cases in the order of drawing, however many are asked at a time, and ends with the first that does not hold. */
export async function judgeCases<Case>(
  law: Law<Case>,
  subject: Subject,
  cases: readonly Case[],
  { inFlight, pause, memory }: Asking,
): Promise<Judged<Case>> {
  const judged: Case[] = [];
  let [rejected, silent] = [0, 0];
  const waiting: { index: number; exhibit: Promise<Exhibit<Case>> }[] = [];
  const settle = (index: number, exhibit: Exhibit<Case>): Judged<Case>["broken"] => {
    judged.push(exhibit.given);
    if (exhibit.silent === true) silent += 1;
    return exhibit.verdict.outcome === "holds" ? undefined : { index, exhibit };
  };
  const settleFirst = async (count: number): Promise<Judged<Case>["broken"]> => {
    const first = waiting.splice(0, count);
    const exhibits = await Promise.all(first.map(async ({ index, exhibit }) => ({ index, exhibit: await exhibit })));
    for (const { index, exhibit } of exhibits) {
      const broken = settle(index, exhibit);
      if (broken !== undefined) return broken;
    }
    return undefined;
  };
  // The other half is on its way meanwhile, so that a process never waits for its next question.
  const half = Math.ceil(inFlight / 2);
  for (const [index, given] of cases.entries()) {
    if (law.fits?.(given) === false) {
      rejected += 1;
      continue;
    }
    const exhibit = judge(law, given, subject, memory);
    if (exhibit instanceof Promise) waiting.push({ index, exhibit });
    else if (index % 128 === 127) await pause?.();
    const broken = exhibit instanceof Promise ? undefined : settle(index, exhibit);
    const found = broken ?? (waiting.length >= inFlight ? await settleFirst(half) : undefined);
    if (found !== undefined) return { broken: found, judged, rejected, silent };
  }
  const last = await settleFirst(waiting.length);
  return last === undefined ? { judged, rejected, silent } : { broken: last, judged, rejected, silent };
}
