import { deviationOf } from "./deviations.ts";
import { schemaProblems } from "./schema-problems.ts";

/** What a response violates of an operation's schema in its strictest form, but for the deviations that are meant. */
export function violations(file: string, operationId: string, body: unknown): readonly string[] {
  return schemaProblems(`${file} ${operationId}`, body)
    .filter((problem) => deviationOf(problem) === undefined)
    .map(({ at, what }) => `${at} ${what}`);
}
