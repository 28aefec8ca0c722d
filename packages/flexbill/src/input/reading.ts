import type { Issue } from "@flexbill/kernel";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { reportIssues } from "../output/report-issues.ts";

/** What was read, or every reason why it was not: issues of documents, or one sentence about the command line. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly sentence?: string };

/** A request that is not understood, in a sentence. */
export const unclear = (
  sentence: string,
): { readonly ok: false; readonly issues: readonly Issue[]; readonly sentence: string } => ({
  ok: false,
  issues: [],
  sentence,
});

/** Tells why a request was not understood and leaves with that exit code. */
export async function refuse(
  context: Context,
  reading: { readonly issues: readonly Issue[]; readonly sentence?: string },
): Promise<void> {
  if (reading.sentence !== undefined) await context.session.host.err.write(`${reading.sentence}\n`);
  await reportIssues(reading.issues, context.session);
  context.leave(exitCodes.request);
}
