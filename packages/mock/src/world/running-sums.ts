import { add, type Column, columnAt, type Decimal, subtract, toColumn, zero } from "@flexbill/kernel";
import { type Figures, type FiguresByCategory, noFigures } from "./figures.ts";

/**
 * Figures of many categories, step after step, kept as running sums: what any run of steps came to is one subtraction.
 * Once nothing more can come they are packed into typed arrays.
 */
export interface RunningSums {
  readonly steps: number;
  /** Adds what the next step gained; categories that gained nothing may be left out. */
  push(gained: FiguresByCategory): void;
  /** What a category gained from one step to another, both included. */
  between(category: string, from: number, to: number): Figures;
  readonly categories: Iterable<string>;
  /** Packs the sums; nothing can be pushed any more. */
  seal(): void;
}

/** The running sums of one figure from its first step on. */
interface Sums {
  readonly from: number;
  growing: Decimal[];
  packed?: Column;
}

interface Row {
  readonly usage: Sums;
  /** Undefined where everything counts as much as it uses. */
  count?: Sums;
  readonly prices: Map<string, Sums>;
}

/** Opens running sums with nothing in them. */
export function createRunningSums(): RunningSums {
  const rows = new Map<string, Row>();
  let steps = 0;
  const rowOf = (category: string): Row => {
    const row = rows.get(category) ?? { usage: opened(steps), prices: new Map() };
    rows.set(category, row);
    return row;
  };
  return {
    get steps() {
      return steps;
    },
    get categories() {
      return rows.keys();
    },
    push: (gained) => {
      for (const [category, figures] of gained) addTo(rowOf(category), figures, steps);
      steps += 1;
    },
    between: (category, from, to) => {
      const row = rows.get(category);
      if (row === undefined) return noFigures;
      const gain = (sums: Sums) => subtract(sumAt(sums, to), sumAt(sums, from - 1));
      const usage = gain(row.usage);
      const prices = [...row.prices].map(([currency, sums]) => [currency, gain(sums)] as const);
      return { usage, count: row.count === undefined ? usage : gain(row.count), prices: Object.fromEntries(prices) };
    },
    seal: () => {
      for (const { usage, count, prices } of rows.values())
        for (const sums of [usage, ...(count ? [count] : []), ...prices.values()]) {
          sums.packed ??= toColumn(sums.growing);
          sums.growing = [];
        }
    },
  };
}

function addTo(row: Row, { usage, count, prices }: Figures, step: number): void {
  if (row.count === undefined && count !== usage) row.count = { ...row.usage, growing: [...row.usage.growing] };
  addAt(row.usage, usage, step);
  if (row.count !== undefined) addAt(row.count, count, step);
  for (const [currency, price] of Object.entries(prices)) {
    const sums = row.prices.get(currency) ?? opened(step);
    row.prices.set(currency, sums);
    addAt(sums, price, step);
  }
}

function opened(from: number): Sums {
  return { from, growing: [] };
}

function addAt(sums: Sums, value: Decimal, step: number): void {
  const last = sums.growing.at(-1) ?? zero;
  while (sums.growing.length < step - sums.from) sums.growing.push(last);
  sums.growing.push(add(last, value));
}

/** The sum after a step; steps after the last that gained something have its sum. */
function sumAt({ from, growing, packed }: Sums, step: number): Decimal {
  if (step < from) return zero;
  if (packed === undefined) return growing[Math.min(step - from, growing.length - 1)] ?? zero;
  const length = (packed.safe ?? packed.great).length;
  return columnAt(packed, Math.min(step - from, length - 1)) ?? zero;
}
