import type { CalendarDate } from "@flexbill/kernel";
import { accepted, type Observed } from "./accepted.ts";
import { type Answer, answer, type Verdict } from "./answer.ts";
import { type Clause, clauses } from "./clause.ts";
import { clauseConcerns } from "./clause-binding.ts";
import type { Contract } from "./contract.ts";
import { type Edition, editionById, editionOn } from "./edition.ts";
import { effectiveDay, noticeApplies } from "./notice-applies.ts";

/** A clause for one account on one day: whether it binds, and every answer that this rests on. */
export interface TermsReportRow {
  readonly clause: Clause;
  readonly bound: Verdict;
  readonly because: readonly Answer[];
  /** The day from which it binds at the earliest. */
  readonly from: CalendarDate;
}

/** Every statement of the notice for one account on one day. */
export interface TermsReport {
  readonly account: string;
  readonly asOf: CalendarDate;
  readonly edition: Edition;
  readonly noticeApplies: ReturnType<typeof noticeApplies>;
  readonly rows: readonly TermsReportRow[];
}

/**
 * Each clause for an account: bound, not bound, or unknown for want of a fact; its effect on money and its date stand in
 * the clause. A clause binds where its edition is in force and accepted and what it speaks of is so; the opening of the
 * notice (T-01 … T-03) is answered by itself.
 *
 * @example
 * ```ts
 * termsReport(contract, date("2025-05-10")).rows.filter((row) => row.bound === "unknown");
 * ```
 */
export function termsReport(contract: Contract, asOf: CalendarDate, observed: Observed = {}): TermsReport {
  const notice = noticeApplies(contract);
  const rows = clauses.map((clause) => {
    const because = reasonsFor(clause, contract, asOf, observed);
    return { clause, bound: allOf(because), because, from: effectiveDay };
  });
  return { account: contract.account, asOf, edition: editionOn(asOf), noticeApplies: notice, rows };
}

function reasonsFor(clause: Clause, contract: Contract, asOf: CalendarDate, observed: Observed): readonly Answer[] {
  if (clause.id === "T-01") return [noticeApplies(contract).chosen];
  const edition = editionById(effectiveDay);
  if (edition === undefined || asOf < effectiveDay) return [answer("T-02", "no", "edition-not-yet", effectiveDay)];
  if (clause.id === "T-02") return [answer("T-02", "yes", "edition-in-force", effectiveDay)];
  const concerns = clauseConcerns(clause, contract, asOf);
  return [accepted(contract, edition, observed), ...(concerns === undefined ? [] : [concerns])];
}

/** One no decides, then one unknown. */
function allOf(answers: readonly Answer[]): Verdict {
  if (answers.some(({ verdict }) => verdict === "no")) return "no";
  return answers.some(({ verdict }) => verdict === "unknown") ? "unknown" : "yes";
}
