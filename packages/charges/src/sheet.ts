import {
  add,
  type Decimal,
  divide,
  type Exact,
  formatAmount,
  formatExact,
  max,
  min,
  minorUnits,
  multiply,
  negate,
  type RoundingMode,
  roundToMinor,
  subtract,
  sum,
  zero,
} from "@flexbill/kernel";
import { type LabelKey, labelsEn } from "./labels.en.ts";
import { labelsJa } from "./labels.ja.ts";
import type { Operation, Step } from "./step.ts";

/** A figure on a sheet: its name there, and its exact value. */
export interface Term {
  readonly name: string;
  readonly value: Exact;
}

type PairOperation = "add" | "subtract" | "multiply" | "divide" | "min" | "max";

/** Arithmetic that writes itself down: what it returns is what its steps say, so the two cannot part. */
export interface Sheet {
  readonly steps: readonly Step[];
  input(key: LabelKey, value: Exact, source?: string): Term;
  pair(key: LabelKey, op: PairOperation, left: Term, right: Term): Term;
  negate(key: LabelKey, term: Term): Term;
  sum(key: LabelKey, terms: readonly Term[]): Term;
  print(key: "low" | "high", term: Term, currency: string, mode: RoundingMode): Decimal;
}

const pairs: Readonly<Record<PairOperation, (left: Exact, right: Exact) => Exact>> = {
  add,
  subtract,
  multiply,
  divide,
  min,
  max,
};

/** Opens an empty sheet. */
export function openSheet(): Sheet {
  return sheetOf(true);
}

/** A sheet on which nothing is written down: the same arithmetic, for figures that nobody will see. */
export function openScratch(): Sheet {
  return sheetOf(false);
}

function sheetOf(written: boolean): Sheet {
  const steps: Step[] = [];
  const uses = new Map<LabelKey, number>();
  const nameOf = (key: LabelKey): string => {
    const use = (uses.get(key) ?? 0) + 1;
    uses.set(key, use);
    return use === 1 ? key : `${key}-${use}`;
  };
  const write = (key: LabelKey, op: Operation, value: Exact, more: Partial<Step> = {}): Term => {
    if (!written) return { name: key, value };
    const name = nameOf(key);
    steps.push({ name, ...labelled(key), op, ...more, value: formatExact(value) });
    return { name, value };
  };
  const sheet: Sheet = {
    steps,
    input: (key, value, source) => write(key, "input", value, source === undefined ? {} : { source }),
    pair: (key, op, left, right) => write(key, op, pairs[op](left.value, right.value), { of: names([left, right]) }),
    negate: (key, term) => write(key, "negate", negate(term.value), { of: names([term]) }),
    sum: (key, terms) => {
      const [first, second] = terms;
      if (first === undefined) return sheet.input(key, zero);
      return second === undefined ? first : write(key, "add", sum(terms.map(exactOf)), { of: names(terms) });
    },
    print: (key, term, currency, mode) => {
      const printed = roundToMinor(term.value, currency, mode);
      if (!written) return printed;
      const value = formatAmount(printed, currency);
      steps.push({
        name: key,
        ...labelled(key),
        op: "round",
        of: names([term]),
        value,
        places: minorUnits(currency) ?? 2,
        mode,
      });
      return printed;
    },
  };
  return sheet;
}

const labelled = (key: LabelKey) => ({ key, label: labelsEn[key], labelJa: labelsJa[key] });
const names = (terms: readonly Term[]): readonly string[] => terms.map((term) => term.name);
const exactOf = (term: Term): Exact => term.value;
