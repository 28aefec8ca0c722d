import { type Charge, chargeKinds, type Invoice } from "@flexbill/charges";
import { describeIssue, type Severity } from "@flexbill/kernel";
import { clauseById } from "@flexbill/terms";
import { grouped, range, sumsOf } from "../figures.ts";
import { lineName, monthName } from "../invoice-text.ts";
import type { Speech } from "../speech.ts";

/** A line of the invoice as a page shows it; `notes` are numbers of footnotes. */
export interface PageLine {
  readonly id: string;
  readonly name: string;
  readonly quantity: string;
  readonly price: string;
  readonly amount: string;
  readonly notes: readonly number[];
  /** What is said beside this line alone. */
  readonly remarks: readonly string[];
}

/** Lines of one kind below its name, which is empty where the section's says it already. */
export interface PageGroup {
  readonly title: string;
  readonly lines: readonly PageLine[];
}

/** A part of the invoice that stands by itself: Twilio's own lines, other companies' fees, taxes. */
export interface PageSection {
  readonly part: "twilio" | "third-party" | "tax";
  readonly title: string;
  readonly remark: string;
  readonly groups: readonly PageGroup[];
  readonly totals: readonly PageTotal[];
}

/** A sum in a currency. */
export interface PageTotal {
  readonly currency: string;
  readonly amount: string;
}

/** A clause that lines rest on, restated. */
export interface Footnote {
  readonly number: number;
  readonly clause: string;
  readonly text: string;
}

/** An invoice laid out for a page, every text in one language. */
export interface InvoicePage {
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly sections: readonly PageSection[];
  readonly totals: readonly PageTotal[];
  readonly hasRanges: boolean;
  readonly assumptions: readonly (readonly [assumption: string, reason: string])[];
  readonly issues: readonly { readonly severity: Severity; readonly text: string }[];
  readonly footnotes: readonly Footnote[];
}

/** Lays an invoice out: Twilio's lines, then other companies' fees apart, then taxes; clauses become footnotes. */
export function invoicePage(invoice: Invoice, speech: Speech): InvoicePage {
  const { say } = speech;
  const numbers = footnoteNumbers(invoice);
  const of = (charges: readonly Charge[]) => groupsOf(charges, { speech, numbers });
  const { charges } = invoice;
  const parts = {
    twilio: charges.filter(({ kind }) => kind !== "third-party" && kind !== "tax"),
    "third-party": charges.filter(({ kind }) => kind === "third-party"),
    tax: charges.filter(({ kind }) => kind === "tax"),
  };
  const titles = { twilio: say("twilio"), "third-party": say("thirdPartyHead"), tax: speech.kind("tax") };
  const sections = (["twilio", "third-party", "tax"] as const)
    .filter((part) => parts[part].length > 0)
    .map((part) => ({
      part,
      title: titles[part],
      remark: part === "third-party" ? say("thirdPartyNote") : "",
      groups: of(parts[part]).map((group) => (part === "twilio" ? group : { ...group, title: "" })),
      totals: totalsOf(sumsOf(parts[part]), speech),
    }));
  return {
    title: say("month", { month: monthName(invoice.month, speech.language) }),
    facts: factsOf(invoice, speech),
    sections,
    totals: totalsOf(new Map(Object.entries(invoice.totals)), speech),
    hasRanges: charges.some(({ amount }) => amount.low !== amount.high),
    assumptions: invoice.assumptions.map(({ key, value }) => [`${key} = ${value}`, speech.reason(key)] as const),
    issues: issuesOf(invoice, speech),
    footnotes: [...numbers].map(([clause, number]) => footnote(clause, number, speech)),
  };
}

type Numbers = ReadonlyMap<string, number>;

/** The clauses of the lines, numbered as a reader meets them. */
function footnoteNumbers({ charges }: Invoice): Numbers {
  const order = (kind: Charge["kind"]): number => (kind === "third-party" ? 100 : chargeKinds.indexOf(kind));
  const read = charges.toSorted((one, other) => order(one.kind) - order(other.kind));
  const clauses = [...new Set(read.flatMap((charge) => charge.clauses))];
  return new Map(clauses.map((clause, at) => [clause, at + 1]));
}

interface LineContext {
  readonly speech: Speech;
  readonly numbers: Numbers;
}

function groupsOf(charges: readonly Charge[], context: LineContext): readonly PageGroup[] {
  return chargeKinds
    .map((kind) => charges.filter((charge) => charge.kind === kind))
    .filter(([first]) => first !== undefined)
    .map((lines) => ({
      title: context.speech.kind(lines[0]?.kind ?? "usage"),
      lines: lines.map((charge) => pageLine(charge, context)),
    }));
}

function pageLine(charge: Charge, { speech, numbers }: LineContext): PageLine {
  const { id, quantity, unit, unitPrice, amount, currency, clauses, notes = [] } = charge;
  return {
    id,
    name: lineName(charge, speech),
    quantity: `${grouped(quantity)} ${speech.unit(unit, quantity)}`,
    price: unitPrice === null ? "" : grouped(unitPrice),
    amount: `${range(amount, speech.say("noUpperBound"))} ${currency}`,
    notes: clauses.flatMap((clause) => numbers.get(clause) ?? []),
    remarks: notes.map((note) => note[speech.language]),
  };
}

function totalsOf(sums: ReturnType<typeof sumsOf>, { say }: Speech): readonly PageTotal[] {
  return [...sums].map(([currency, amount]) => ({ currency, amount: range(amount, say("noUpperBound")) }));
}

function factsOf(invoice: Invoice, { say, plan }: Speech): InvoicePage["facts"] {
  const { account, terms, period, timeZone, asOf, status } = invoice;
  const finality = asOf === undefined || status === undefined ? [] : [[say("state"), say(status, { asOf })] as const];
  return [
    [say("account"), account],
    [say("plan"), say("terms", { plan: plan(invoice.plan), terms })],
    [say("period"), `${period.start} – ${period.end} (${timeZone})`],
    ...finality,
    [say("madeBy"), say("madeByFlexbill")],
  ];
}

function issuesOf({ issues, charges }: Invoice, { language }: Speech): InvoicePage["issues"] {
  const told = issues.map((issue) => {
    const [, list, index] = issue.path.split("/");
    const about = list === "charges" ? (charges[Number(index)]?.id ?? "") : issue.path;
    const isSaid = about === "" || about === issue.found;
    const text = `${issue.code}: ${describeIssue(issue, language)}${isSaid ? "" : ` [${about}]`}`;
    return { severity: issue.severity, text };
  });
  return told;
}

function footnote(clause: string, number: number, { language }: Speech): Footnote {
  const known = clauseById(clause);
  return { number, clause, text: known === undefined ? "" : `${known.title[language]}: ${known.text[language]}` };
}
