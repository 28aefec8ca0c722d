import { compare, readDecimal } from "../plain-rater/fraction.ts";
import type { Answer } from "../subject.ts";
import { type Bill, type BillLine, corrections, isSame, shownRange } from "./bill.ts";
import type { Bounds, Expectation, ExpectedLine, ExpectedLines } from "./expectation.ts";

/** What is other than expected; null where nothing is there, or nothing was expected. */
export interface Difference {
  readonly about: string;
  readonly wanted: string | null;
  readonly found: string | null;
  /** The law that says so, where one does. */
  readonly law?: string;
}

/** What a bill is compared with. */
export interface Looked {
  readonly bill: Bill;
  readonly answer: Answer;
  readonly bills: ReadonlyMap<string, Bill>;
  readonly invoice: Bill | undefined;
}

/** Everything in a bill that is other than expected, but for the laws. */
export function differences(expected: Expectation, looked: Looked): readonly Difference[] {
  const { bill } = looked;
  return [
    ...(expected.lines === undefined ? [] : [...missing(expected.lines, bill), ...extra(expected.lines, bill)]),
    ...missing(expected.with ?? {}, bill),
    ...forbidden(expected.without ?? [], bill),
    ...Object.entries(expected.within ?? {}).flatMap(([about, bounds]) => outside(about, bounds, looked)),
    ...totals(expected, looked),
    ...issues(expected, looked),
    ...comparisons(expected, looked),
    ...adjustments(expected, looked),
  ];
}

function missing(lines: ExpectedLines, bill: Bill): readonly Difference[] {
  return Object.entries(lines).flatMap(([about, wanted]) => {
    const found = bill.get(about);
    if (found !== undefined && agrees(wanted, found)) return [];
    return [{ about, wanted: shownWish(wanted), found: found === undefined ? null : shownLine(wanted, found) }];
  });
}

function agrees(wanted: ExpectedLine, found: BillLine): boolean {
  const { quantity, low, high } = wish(wanted);
  return (
    (quantity === undefined || isSame(quantity, found.quantity)) &&
    (low === undefined || isSame(low, found.low)) &&
    (high === undefined || isSame(high, found.high))
  );
}

function wish(wanted: ExpectedLine) {
  if (typeof wanted === "string") return { low: wanted, high: wanted };
  const { quantity, amount, low = amount, high = amount } = wanted;
  return { quantity, low, high };
}

function shownWish(wanted: ExpectedLine): string {
  const { quantity, low, high } = wish(wanted);
  const amount = low === undefined ? "" : shownRange({ low, high: high === undefined ? low : high });
  return withQuantity(amount, quantity);
}

const shownLine = (wanted: ExpectedLine, found: BillLine): string =>
  withQuantity(shownRange(found), wish(wanted).quantity === undefined ? undefined : found.quantity);

const withQuantity = (amount: string, quantity: string | undefined): string =>
  quantity === undefined ? amount : `${amount} for ${quantity}`.trimStart();

function extra(lines: ExpectedLines, bill: Bill): readonly Difference[] {
  return [...bill]
    .filter(([id]) => !Object.hasOwn(lines, id))
    .map(([about, line]) => ({ about, wanted: null, found: shownRange(line) }));
}

function forbidden(ids: readonly string[], bill: Bill): readonly Difference[] {
  return [...bill]
    .filter(([id]) => ids.some((one) => id === one || id.startsWith(`${one}/`) || id.startsWith(`${one} `)))
    .map(([about, line]) => ({ about, wanted: null, found: shownRange(line) }));
}

function outside(about: string, { from, to }: Bounds, { bill, answer }: Looked): readonly Difference[] {
  const found = about.startsWith("total") ? totalOf(about, answer) : bill.get(about);
  const below = (one: string, other: string): boolean => compare(readDecimal(one), readDecimal(other)) < 0;
  const isOutside =
    found === undefined ||
    (from !== undefined && below(found.low, from)) ||
    (to !== undefined && (found.high === null || below(to, found.high)));
  const wanted = [from === undefined ? "" : `from ${from}`, to === undefined ? "" : `to ${to}`].join(" ").trim();
  return isOutside ? [{ about, wanted, found: found === undefined ? null : shownRange(found) }] : [];
}

/** `total` where there is one currency, else `total EUR`. */
function totalOf(about: string, { totals = {} }: Answer) {
  const [, currency] = about.split(" ");
  return currency === undefined ? Object.values(totals)[0] : totals[currency];
}

function totals({ totals: wanted }: Expectation, { answer }: Looked): readonly Difference[] {
  if (wanted === undefined) return [];
  const found = answer.totals ?? {};
  return [...new Set([...Object.keys(wanted), ...Object.keys(found)])].flatMap((currency) => {
    const [one, other] = [wanted[currency], found[currency]];
    const range = typeof one === "string" ? { low: one, high: one } : one;
    if (range !== undefined && other !== undefined && isSame(range.low, other.low) && isSame(range.high, other.high))
      return [];
    const shown = (ends: typeof range) => (ends === undefined ? null : shownRange(ends));
    return [{ about: `total ${currency}`, wanted: shown(range), found: shown(other) }];
  });
}

function issues({ issues: wanted }: Expectation, { answer }: Looked): readonly Difference[] {
  if (wanted === undefined) return [];
  const found = new Set(answer.issues.filter(({ severity }) => severity !== "info").map(({ code }) => code));
  return [
    ...wanted.filter((code) => !found.has(code)).map((code) => ({ about: "issues", wanted: code, found: null })),
    ...[...found]
      .filter((code) => !wanted.includes(code))
      .map((code) => ({ about: "issues", wanted: null, found: code })),
  ];
}

function comparisons({ differs, same }: Expectation, { bill, bills }: Looked): readonly Difference[] {
  const other = (name: string): Bill => bills.get(name) ?? new Map();
  const changed = (name: string, id: string): boolean => shownIn(bill, id) !== shownIn(other(name), id);
  const all = (name: string): readonly string[] => [...new Set([...bill.keys(), ...other(name).keys()])];
  const equal = ({ from, in: ids }: NonNullable<typeof differs>): readonly Difference[] => {
    if (ids === undefined)
      return all(from).some((id) => changed(from, id))
        ? []
        : [{ about: "bill", wanted: `other than ${from}`, found: "the same" }];
    return ids
      .filter((id) => !changed(from, id))
      .map((about) => ({ about, wanted: `other than in ${from}`, found: shownIn(bill, about) }));
  };
  const unequal = (name: string): readonly Difference[] =>
    all(name)
      .filter((id) => changed(name, id))
      .map((about) => ({ about, wanted: shownIn(other(name), about), found: shownIn(bill, about) }));
  return [...(differs === undefined ? [] : equal(differs)), ...(same === undefined ? [] : unequal(same))];
}

function shownIn(bill: Bill, id: string): string | null {
  const line = bill.get(id);
  return line === undefined ? null : shownRange(line);
}

function adjustments({ adjustments: wanted }: Expectation, { bill, invoice }: Looked): readonly Difference[] {
  if (wanted === undefined || invoice === undefined) return [];
  const found = corrections(invoice, bill);
  return [...new Set([...Object.keys(wanted), ...found.keys()])].flatMap((id) => {
    const [one, other] = [wanted[id] ?? null, found.get(id) ?? null];
    return isSame(one, other) ? [] : [{ about: `adjustment of ${id}`, wanted: one, found: other }];
  });
}
