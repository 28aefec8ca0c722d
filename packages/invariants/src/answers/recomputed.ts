import type { Finding } from "../law.ts";
import {
  type Fraction,
  greatest,
  least,
  minus,
  nothing,
  over,
  plus,
  readDecimal,
  roundTo,
  times,
} from "../plain-rater/fraction.ts";
import type { AnswerStep } from "../subject.ts";
import { sameNumber } from "./lines.ts";

interface Recomputed {
  /** What the steps come to; null where no step computes that end. */
  readonly ends: { readonly low: Fraction | null; readonly high: Fraction | null };
  /** Steps that their inputs do not give. */
  readonly findings: readonly Finding[];
}

/** Computes the steps of a derivation again, each from the ones before it. */
export function recomputed(line: string, steps: readonly AnswerStep[]): Recomputed {
  const values = new Map<string, Fraction>();
  const findings = steps.flatMap((step) => {
    const written = readExact(step.value);
    const value = step.op === "input" ? written : compute(step, values);
    values.set(step.name, value ?? written);
    return sameNumber(`${line}, step ${step.name}`, value, written);
  });
  return { ends: { low: values.get("low") ?? null, high: values.get("high") ?? null }, findings };
}

/** A decimal, or a fraction such as 1/3. */
function readExact(text: string): Fraction {
  const [top = "0", bottom = "1"] = text.split("/");
  return over(readDecimal(top), readDecimal(bottom));
}

const pairs: Readonly<Record<string, (one: Fraction, other: Fraction) => Fraction>> = {
  add: plus,
  subtract: minus,
  multiply: times,
  divide: over,
  min: least,
  max: greatest,
};

/** What a step comes to, or null where it names a step that is not there or an operation that nobody knows. */
function compute(step: AnswerStep, values: ReadonlyMap<string, Fraction>): Fraction | null {
  const inputs = (step.of ?? []).flatMap((name) => values.get(name) ?? []);
  const [first, ...rest] = inputs;
  if (first === undefined || inputs.length < (step.of ?? []).length) return null;
  if (step.op === "negate") return minus(nothing, first);
  if (step.op === "round") return roundTo(first, step.places ?? 0, step.mode === "half-even" ? "half-even" : "half-up");
  if (step.op === "divide" && rest.some(({ top }) => top === 0n)) return null;
  const pair = pairs[step.op];
  return pair === undefined ? null : rest.reduce(pair, first);
}
