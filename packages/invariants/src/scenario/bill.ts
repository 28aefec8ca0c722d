import { compare, minus, nothing, printPlaces, readDecimal, roundTo } from "../plain-rater/fraction.ts";
import type { Answer } from "../subject.ts";

/** A line of a bill, by what it is expected under. */
export interface BillLine {
  readonly quantity: string;
  readonly low: string;
  readonly high: string | null;
}

/** The lines of a bill by id; of those in another currency than the contract's, the id and the currency. */
export type Bill = ReadonlyMap<string, BillLine>;

/** The bill that an answer is. */
export function billOf(answer: Answer, currency: string): Bill {
  const lines = (answer.charges ?? []).map((line): [string, BillLine] => {
    const id = [line.kind, line.product, line.rate].filter((part) => part !== "").join("/");
    const { low, high } = line.amount;
    return [line.currency === currency ? id : `${id} ${line.currency}`, { quantity: line.quantity, low, high }];
  });
  return new Map(lines);
}

/** An invoice as it arrived: a bill with the amounts of some lines told otherwise. */
export function invoiceFrom(bill: Bill, told: Readonly<Record<string, string>>): Bill {
  const changed = Object.entries(told).map(([id, amount]): [string, BillLine] => [
    id,
    { quantity: bill.get(id)?.quantity ?? "1", low: amount, high: amount },
  ]);
  return new Map([...bill, ...changed]);
}

/** New less old of every line that is certain in both, and not the same (formats.md section 7). */
export function corrections(invoice: Bill, bill: Bill): ReadonlyMap<string, string> {
  const ids = [...new Set([...invoice.keys(), ...bill.keys()])];
  return new Map(
    ids.flatMap((id): [string, string][] => {
      const [old, now] = [certain(invoice.get(id)), certain(bill.get(id))];
      if (old === undefined || now === undefined || compare(old, now) === 0) return [];
      return [[id, tidy(printPlaces(roundTo(minus(now, old), 4, "half-up"), 4))]];
    }),
  );
}

function certain(line: BillLine | undefined) {
  if (line === undefined) return nothing;
  return isSame(line.low, line.high) ? readDecimal(line.low) : undefined;
}

const tidy = (text: string): string => text.replace(/0{1,2}$/, "");

/** Whether two amounts, or two that are not known, are equal as decimals. */
export function isSame(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other;
  return compare(readDecimal(one), readDecimal(other)) === 0;
}

/** A line's range in words. */
export function shownRange({ low, high }: Pick<BillLine, "low" | "high">): string {
  if (high === null) return `${low} or more`;
  return isSame(low, high) ? low : `${low} to ${high}`;
}
