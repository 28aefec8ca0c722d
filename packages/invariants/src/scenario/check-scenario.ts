import type { Answer, Subject } from "../subject.ts";
import { type Bill, billOf, invoiceFrom } from "./bill.ts";
import { type Difference, differences } from "./differences.ts";
import type { ScenarioMoment } from "./expectation.ts";
import { lawDifferences } from "./law-differences.ts";

/** A moment at which a bill is other than expected. */
export interface FailedMoment {
  readonly moment: ScenarioMoment;
  readonly differences: readonly Difference[];
}

/**
 * Plays a scenario's moments against a rater: every moment at which a bill is other than expected, in order. None means
 * that the story holds.
 *
 * @example
 * ```ts
 * const failed = await checkScenario(story.moments, { name: "mine", rate: myRater });
 * ```
 */
export async function checkScenario(
  moments: readonly ScenarioMoment[],
  subject: Subject,
): Promise<readonly FailedMoment[]> {
  const failed: FailedMoment[] = [];
  const bills = new Map<string, Bill>();
  const invoices = new Map<string, Bill>();
  for (const moment of moments) {
    const { request, expect, invoiced } = moment;
    const answer = await subject.rate(request);
    const bill = billOf(answer, request.contract.currency);
    const key = `${request.contract.account} ${request.month}`;
    if (expect === undefined) invoices.set(key, invoiceFrom(bill, invoiced ?? {}));
    const found = [...noInvoice(answer)];
    if (expect !== undefined && found.length === 0) {
      found.push(...differences(expect, { bill, answer, bills, invoice: invoices.get(key) }));
      found.push(...(await lawDifferences(expect.laws ?? [], request, subject)));
    }
    if (expect?.name !== undefined) bills.set(expect.name, bill);
    if (found.length > 0) failed.push({ moment, differences: found });
  }
  return failed;
}

function noInvoice({ charges, issues }: Answer): readonly Difference[] {
  if (charges !== undefined) return [];
  const codes = issues.map(({ code }) => code).join(", ");
  return [{ about: "invoice", wanted: "an invoice", found: `none: ${codes}` }];
}
