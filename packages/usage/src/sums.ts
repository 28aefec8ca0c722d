import { add, decimal, type Exact } from "@flexbill/kernel";
import { type Counted, greatestWhole } from "./sum.ts";

/** Running sums by index: safe integers while only whole numbers come, and exact rests beside them. */
export interface Sums {
  readonly whole: number[];
  readonly rest: Map<number, Exact>;
}

/** Sums of nothing. */
export function createSums(): Sums {
  return { whole: [], rest: new Map() };
}

/** Adds to the sum at an index. */
export function addAt(sums: Sums, index: number, quantity: Counted): void {
  if (typeof quantity !== "number") addRest(sums, index, quantity);
  else {
    while (sums.whole.length <= index) sums.whole.push(0);
    const before = sums.whole[index] ?? 0;
    if (before > greatestWhole) addRest(sums, index, decimal(before));
    sums.whole[index] = before > greatestWhole ? quantity : before + quantity;
  }
}

function addRest({ rest }: Sums, index: number, quantity: Exact): void {
  const known = rest.get(index);
  rest.set(index, known === undefined ? quantity : add(known, quantity));
}

/** The sums that are there, exactly, in an order that names every index; those of only zero may be left out. */
export function* totalsOf(
  { whole, rest }: Sums,
  order: readonly number[],
): Generator<readonly [index: number, total: Exact]> {
  for (const index of order) {
    const value = whole[index] ?? 0;
    const more = rest.get(index);
    if (more !== undefined) yield [index, add(more, decimal(value))];
    else if (value !== 0) yield [index, decimal(value)];
  }
}
