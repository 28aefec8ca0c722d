import type { Charge } from "@flexbill/charges";
import { absolute, compare, formatAmount, isZero } from "@flexbill/kernel";
import type { AmountChange, LineChange } from "./comparison.ts";
import { type Change, minus, nothing, plus, plusChange, printSpan, type Span, spanOf } from "./span.ts";

/** Kinds whose range rests on the same unknown price under every plan: equal lines differ by nothing. */
const samePrices: ReadonlySet<string> = new Set(["usage", "surcharge", "adjustment"]);

/** Kinds whose range rests on a limit that is the same while the plan is. */
const sameLimits: ReadonlySet<string> = new Set(["overage", "breach"]);

interface Side {
  readonly charges: readonly Charge[];
  readonly month: string;
  readonly plan: string | null;
}

/** What differs between two ratings of the same months by kind, product and currency; the largest change first. */
export function lineChanges(before: readonly Side[], now: readonly Side[]): readonly LineChange[] {
  const [old, young] = [lineSpans(before), lineSpans(now)];
  const groups = Map.groupBy(new Map([...old, ...young]).values(), ({ charge }) => groupOf(charge));
  return [...groups.values()]
    .map((lines) => lines.map(({ key }) => ({ before: old.get(key), now: young.get(key) })))
    .map(changeOf)
    .filter(({ change }) => !(isNothing(change.low) && isNothing(change.high)))
    .sort(byWeight)
    .map(printed);
}

/** The sum of the changes of each currency. */
export function differenceOf(changes: readonly LineChange[]): Readonly<Record<string, AmountChange>> {
  const sums = new Map<string, Change>();
  for (const { currency, change } of changes) {
    const read = { low: parsed(change.low), high: parsed(change.high) };
    sums.set(currency, plusChange(sums.get(currency) ?? nothing, read));
  }
  return Object.fromEntries([...sums].map(([currency, change]) => [currency, printChange(change, currency)]));
}

const parsed = (text: string | null): Change["low"] => (text === null ? null : spanOf({ low: text, high: null }).low);

interface LineSpan {
  readonly key: string;
  readonly charge: Charge;
  readonly plan: string | null;
  readonly span: Span;
}

function lineSpans(sides: readonly Side[]): ReadonlyMap<string, LineSpan> {
  return new Map(
    sides.flatMap(({ charges, month, plan }) =>
      charges
        .filter(({ kind }) => kind !== "third-party")
        .map((charge) => {
          const key = `${month} ${charge.id} ${charge.currency}`;
          return [key, { key, charge, plan, span: spanOf(charge.amount) }] as const;
        }),
    ),
  );
}

const groupOf = ({ kind, product, currency }: Charge): string => `${kind} ${product} ${currency}`;

interface Pair {
  readonly before: LineSpan | undefined;
  readonly now: LineSpan | undefined;
}

interface GroupChange {
  readonly lines: readonly [Charge, ...Charge[]];
  readonly before: Span | null;
  readonly now: Span | null;
  readonly change: Change;
}

function changeOf(pairs: readonly Pair[]): GroupChange {
  const lines = pairs
    .flatMap(({ before, now }) => [before, now])
    .flatMap((line) => (line === undefined ? [] : [line.charge]));
  const side = (of: keyof Pair): Span | null => {
    const spans = pairs.flatMap((pair) => pair[of]?.span ?? []);
    return spans.length === 0 ? null : spans.reduce(plus);
  };
  const change = pairs.map(pairChange).reduce(plusChange);
  return { lines: lines as [Charge, ...Charge[]], before: side("before"), now: side("now"), change };
}

function pairChange({ before, now }: Pair): Change {
  const same = before !== undefined && now !== undefined && sameLine(before, now);
  return same ? nothing : minus(now?.span ?? nothing, before?.span ?? nothing);
}

/** Whether two lines are of the same amount, known or not. */
function sameLine(one: LineSpan, other: LineSpan): boolean {
  const { kind, amount } = one.charge;
  const alike = samePrices.has(kind) || (sameLimits.has(kind) && one.plan === other.plan);
  return alike && amount.low === other.charge.amount.low && amount.high === other.charge.amount.high;
}

const isNothing = (end: Change["low"]): boolean => end !== null && isZero(end);

function byWeight(one: GroupChange, other: GroupChange): number {
  return (
    compare(weight(other.change), weight(one.change)) || (groupOf(one.lines[0]) < groupOf(other.lines[0]) ? -1 : 1)
  );
}

function weight({ low, high }: Change) {
  const sizes = [low, high].flatMap((end) => (end === null ? [] : [absolute(end)]));
  return sizes.reduce((most, size) => (compare(size, most) > 0 ? size : most), nothing.low);
}

function printed({ lines, before, now, change }: GroupChange): LineChange {
  const [{ kind, product, currency }] = lines;
  const clauses = [...new Set(lines.flatMap((line) => line.clauses))].sort();
  const amount = (span: Span | null) => (span === null ? null : printSpan(span, currency));
  return {
    kind,
    product,
    currency,
    before: amount(before),
    now: amount(now),
    change: printChange(change, currency),
    clauses,
  };
}

const printChange = ({ low, high }: Change, currency: string): AmountChange => ({
  low: low === null ? null : formatAmount(low, currency),
  high: high === null ? null : formatAmount(high, currency),
});
