import { gist } from "../run/memory.ts";
import type { Answer } from "../subject.ts";

/**
 * An answer as it can be written down: a rater in this process may put more into it than JSON knows. What goes round in
 * circles is left to what laws read: charges, totals and issues.
 */
export function answerAsJson(answer: Answer): Answer {
  try {
    return copied(answer);
  } catch {
    return copied(gist(answer));
  }
}

function copied(answer: Answer): Answer {
  const text = JSON.stringify(answer, (_key, value) => (typeof value === "bigint" ? value.toString() : value));
  return JSON.parse(text) as Answer;
}
