import type { Law } from "../law.ts";
import type { Answer } from "../subject.ts";

/**
 * What a rater answered to the cases themselves, so that laws about the same cases ask each of them once. A law that
 * must ask again does so by a request of its own, which no memory knows.
 */
export type Memory = WeakMap<object, Answer>;

/** Memories for the cases that several of the laws look at; a case of one law alone is not worth remembering. */
export function memoriesFor(laws: readonly Law[]): (law: Law) => Memory | undefined {
  const memories = new Map<object, Memory | undefined>();
  for (const { given } of laws) memories.set(given, memories.has(given) ? new WeakMap() : undefined);
  return ({ given }) => memories.get(given);
}

/** What laws read of an answer, and nothing else: thousands of them are remembered. */
export function gist(answer: Answer): Answer {
  const { charges, totals, issues } = answer;
  return {
    ...(charges === undefined
      ? {}
      : {
          charges: charges.map(({ kind, product, rate, currency, quantity, amount }) => ({
            ...{ kind, product, rate, currency, quantity },
            amount: { low: amount.low, high: amount.high },
          })),
        }),
    ...(totals === undefined ? {} : { totals }),
    issues: issues.map(({ code }) => ({ code })),
  };
}
