import { compareText, describeIssue, type Issue, issue, month as monthOf } from "@flexbill/kernel";
import { isStandard } from "@flexbill/products";
import { allowanceInForce } from "@flexbill/terms";
import { isIneligible } from "./breach.ts";
import type { InvoiceIssue } from "./invoice.ts";
import type { Line } from "./line.ts";
import { beginsInside } from "./month-days.ts";
import type { Rating } from "./rated-month.ts";

/** The earliest edition of the terms that is known, and the day it binds from (T-02). */
export const earliestEdition = "2025-04-01";

/** All issues of the invoice with their English text, one a code and path, sorted by both. */
export function invoiceIssues(rating: Rating, lines: readonly Line[]): readonly InvoiceIssue[] {
  const all = [
    ...rating.metered.issues,
    ...planIssues(rating),
    ...limitIssues(rating),
    ...lines.flatMap((line, index) => lineIssues(rating, line, index)),
    ...useIssues(rating, lines),
  ];
  return uniqueIssues(all).map(withMessage);
}

/** The issue with its English text. */
export function withMessage(found: Issue): InvoiceIssue {
  return { ...found, message: describeIssue(found, "en") };
}

/** One issue a code and path, in the order of both. */
export function uniqueIssues(issues: readonly Issue[]): readonly Issue[] {
  const first = new Map<string, Issue>();
  for (const each of issues) {
    const key = `${each.code} ${each.path}`;
    if (!first.has(key)) first.set(key, each);
  }
  return [...first.values()].sort(
    (one, other) => compareText(one.code, other.code) || compareText(one.path, other.path),
  );
}

function planIssues({ plan, contract, month }: Rating): readonly Issue[] {
  const issues: Issue[] = [];
  if (plan === undefined) issues.push(issue("plan.none", { path: "/plan", clause: "T-10", found: month }));
  contract.plan.forEach(({ from }, index) => {
    if (!beginsInside(from, month)) return;
    issues.push(issue("plan.changed-mid-month", { path: `/plan/${index}`, clause: "T-10", found: from }));
  });
  if (month < monthOf(earliestEdition.slice(0, 7))) {
    issues.push(issue("terms.unknown-edition", { path: "/month", clause: "T-02", found: month }));
  }
  return issues;
}

/** Standard Products in use under a fair-usage plan. */
function includedProducts(rating: Rating): readonly string[] {
  return rating.fairUsage ? [...rating.rows.keys()].filter(isStandard) : [];
}

function limitIssues(rating: Rating): readonly Issue[] {
  const issues: Issue[] = [];
  const unknown: string[] = [];
  for (const product of includedProducts(rating)) {
    const allowance = allowanceInForce(rating.contract, product, rating.month);
    if (allowance === undefined) unknown.push(product);
    else if (allowance.provenance === undefined) {
      const path = `/allowances/${rating.contract.allowances.indexOf(allowance)}`;
      issues.push(issue("limit.provenance-missing", { path, clause: "T-44", found: product }));
    }
  }
  if (unknown.length === 0) return issues;
  return [
    ...issues,
    issue("limit.unknown", { path: "/allowances", clause: "T-41", found: unknown.sort(compareText).join(", ") }),
  ];
}

function lineIssues({ contract }: Rating, line: Line, index: number): readonly Issue[] {
  const place = { path: `/charges/${index}`, found: line.id };
  const issues = line.issues.map(({ code, ...fields }) => issue(code, { ...place, ...fields }));
  if (line.high === null) issues.push(issue("price.missing", place));
  if (line.currency !== contract.currency) issues.push(issue("currency.mixed", { ...place, found: line.currency }));
  if (line.founds.some((found) => found.changesOn !== undefined)) issues.push(issue("price.changed-mid-month", place));
  return issues;
}

/** Raised whether or not a breach line comes of it: the use itself is what the terms forbid (T-45, T-47). */
function useIssues(rating: Rating, lines: readonly Line[]): readonly Issue[] {
  const products = includedProducts(rating).filter((product) => rating.rows.get(product)?.some(isIneligible));
  return products.map((product) => {
    const own = lines.filter((line) => line.product === product);
    const at = lines.indexOf(own.find((line) => line.kind === "breach") ?? (own[0] as Line));
    return issue("use.ineligible", { path: `/charges/${at}`, clause: "T-45", found: product });
  });
}
