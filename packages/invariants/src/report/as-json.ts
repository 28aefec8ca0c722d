import type { Answer } from "../subject.ts";

/**
 * An answer as it can be written down: a rater in this process may put more into it than JSON knows. What goes round in
 * circles is left to what laws read: charges, totals and issues.
 */
export function answerAsJson(answer: Answer): Answer {
  try {
    return copied(answer);
  } catch {
    const { charges = [], totals, issues } = answer;
    const lines = charges.map(({ kind, product, rate, currency, quantity, amount: { low, high } }) => ({
      ...{ kind, product, rate, currency, quantity },
      amount: { low, high },
    }));
    const ranges = Object.entries(totals ?? {}).map(([currency, { low, high }]) => [currency, { low, high }]);
    const codes = issues.map(({ code }) => ({ code }));
    return { charges: lines, totals: Object.fromEntries(ranges), issues: codes };
  }
}

function copied(answer: Answer): Answer {
  const text = JSON.stringify(answer, (_key, value) => (typeof value === "bigint" ? value.toString() : value));
  return JSON.parse(text) as Answer;
}
