import fc from "fast-check";
import type { Law } from "../law.ts";
import { laws } from "../laws/index.ts";
import type { RatingRequest } from "../request.ts";
import { judge } from "../run/judge.ts";
import type { Subject } from "../subject.ts";
import type { Difference } from "./differences.ts";

const members = ["id", "contract", "events", "priceBook", "month", "asOf"];

/** The laws whose case is one month, so that they can be asked about a month of somebody's own. */
export function lawsOfAMonth(): readonly Law[] {
  return laws.filter(({ given }) => {
    const [drawn] = fc.sample(given, { numRuns: 1, seed: 1 });
    return (
      typeof drawn === "object" &&
      drawn !== null &&
      "contract" in drawn &&
      Object.keys(drawn).every((key) => members.includes(key))
    );
  });
}

/** What the laws find in the answers to a month. A law that does not speak of the month says nothing. */
export async function lawDifferences(
  ids: readonly string[],
  request: RatingRequest,
  subject: Subject,
): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  for (const id of ids) {
    const law = laws.find((one) => one.id === id);
    if (law === undefined || law.fits?.(request) === false) continue;
    const { verdict } = await judge(law, request, subject);
    if (verdict.outcome === "broken") {
      for (const { line, expected, actual } of verdict.findings)
        found.push({ about: `${id}: ${line}`, wanted: expected, found: actual, law: id });
    }
    if (verdict.outcome === "trouble")
      found.push({ about: id, wanted: law.sentence.en, found: verdict.message, law: id });
  }
  return found;
}
