import { add, compareText, type Decimal, type Exact, isZero, type RoundingMode } from "@flexbill/kernel";
import type { Bounds, Draft, LineIssue, Standing } from "./draft.ts";
import { type ChargeKind, type ChargeNote, chargeKinds } from "./invoice.ts";
import type { RowPart } from "./lot.ts";
import type { PriceFound } from "./price-found.ts";
import { openSheet, type Sheet, type Term } from "./sheet.ts";
import type { Step } from "./step.ts";

/** A line of the invoice before it is written out: added up exactly, rounded once. */
export interface Line {
  readonly id: string;
  readonly kind: ChargeKind;
  readonly product: string;
  readonly rate: string;
  readonly payee: string;
  readonly currency: string;
  readonly unit: string;
  readonly quantity: Exact;
  readonly founds: readonly PriceFound[];
  readonly clauses: readonly string[];
  readonly parts: readonly RowPart[];
  readonly standing: ((user: string) => Standing) | undefined;
  readonly issues: readonly LineIssue[];
  readonly note: ChargeNote | undefined;
  /** Before rounding. */
  readonly exact: { readonly low: Exact; readonly high: Exact | null };
  /** As printed. */
  readonly low: Decimal;
  readonly high: Decimal | null;
  readonly steps: readonly Step[];
}

/** What tells one line from another: the id and the currency. */
export function lineKey(line: { readonly id: string; readonly currency: string }): string {
  return `${line.currency} ${line.id}`;
}

/**
 * Adds up what falls on the same kind, product, rate and currency, and rounds each sum once (formats.md section 4), each
 * line on a sheet of its own.
 */
export function linesOf(drafts: readonly Draft[], mode: RoundingMode, open: () => Sheet = openSheet): readonly Line[] {
  const groups = Map.groupBy(drafts, (draft) => lineKey({ id: idOf(draft), currency: draft.currency }));
  const lines = [...groups.values()].map((group) =>
    lineOf(group as unknown as readonly [Draft, ...Draft[]], mode, open()),
  );
  return lines.filter((line) => line.kind === "license" || !isZero(line.quantity));
}

/** The kinds in their order, then product, rate and currency. */
export function compareLines(one: Line, other: Line): number {
  return (
    chargeKinds.indexOf(one.kind) - chargeKinds.indexOf(other.kind) ||
    compareText(one.product, other.product) ||
    compareText(one.rate, other.rate) ||
    compareText(one.currency, other.currency)
  );
}

function idOf({ kind, product, rate }: Pick<Draft, "kind" | "product" | "rate">): string {
  return rate === "" ? `${kind}/${product}` : `${kind}/${product}/${rate}`;
}

function lineOf(drafts: readonly [Draft, ...Draft[]], mode: RoundingMode, sheet: Sheet): Line {
  const [first] = drafts;
  const { kind, product, rate, payee, currency, unit } = first;
  const { low, high } = addBounds(
    sheet,
    drafts.map((draft) => draft.bounds(sheet)),
  );
  const printed = {
    low: sheet.print("low", low, currency, mode),
    high: high === null ? null : sheet.print("high", high, currency, mode),
  };
  return {
    ...{ id: idOf(first), kind, product, rate, payee, currency, unit },
    quantity: drafts.map((draft) => draft.quantity).reduce(addExact),
    founds: distinct(drafts.flatMap((draft) => draft.found ?? [])),
    clauses: distinct(drafts.flatMap((draft) => draft.clauses)),
    parts: drafts.length === 1 ? first.parts : drafts.flatMap((draft) => draft.parts),
    standing: first.standing,
    issues: distinct(drafts.flatMap((draft) => draft.issues)),
    note: first.note,
    exact: { low: low.value, high: high === null ? null : high.value },
    ...printed,
    steps: sheet.steps,
  };
}

function addBounds(sheet: Sheet, parts: readonly Bounds[]): Bounds {
  const low = sheet.sum(
    "amount-certain",
    parts.map((part) => part.low),
  );
  const highs = parts.map((part) => part.high).filter((high): high is Term => high !== null);
  if (highs.length < parts.length) return { low, high: null };
  const isCertain = parts.every((part) => part.low === part.high);
  return { low, high: isCertain ? low : sheet.sum("amount-possible", highs) };
}

const addExact = (one: Exact, other: Exact): Exact => add(one, other);
const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
