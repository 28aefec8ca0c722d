import type { Charge, Step } from "@flexbill/charges";
import { type Exact, parseExact, zero } from "@flexbill/kernel";

/** Units of a charge that have one price, out of its derivation. */
export interface PricedPart {
  readonly quantity: Exact;
  readonly price: Exact;
  /** True where the price list gives these units for nothing. */
  readonly free: boolean;
  /** The entry that the price was taken from, such as `book/video`; undefined for what a plan includes. */
  readonly source: string | undefined;
}

/** An end of a charge's amount before rounding; `parts` where it is a sum of quantities times prices. */
export interface ChargeEnd {
  readonly amount: Exact;
  readonly parts: readonly PricedPart[] | undefined;
}

type Steps = ReadonlyMap<string, Step>;

const priceKeys = ["price", "free-price", "included-price"];

/** A value of a derivation; what we wrote ourselves always reads. */
export function exactIn(step: Step | undefined): Exact {
  const parsed = parseExact(step?.value ?? "0");
  return parsed.ok ? parsed.value : zero;
}

const stepsOf = ({ derivation }: Charge): Steps => new Map(derivation.map((step) => [step.name, step]));

/** An end of a charge's amount, exactly; undefined where it has no such end. */
export function chargeEnd(charge: Charge, end: "low" | "high"): ChargeEnd | undefined {
  const steps = stepsOf(charge);
  const printed = steps.get(end);
  const before = steps.get(printed?.of?.[0] ?? "");
  return before === undefined ? undefined : { amount: exactIn(before), parts: partsBelow(before, steps) };
}

function partsBelow(step: Step, steps: Steps): readonly PricedPart[] | undefined {
  const of = (step.of ?? []).map((name) => steps.get(name));
  if (step.op === "multiply") return partOf(of[0], of[1]);
  if (step.op !== "add") return undefined;
  const inner = of.map((one) => (one === undefined ? undefined : partsBelow(one, steps)));
  return inner.every((parts) => parts !== undefined) ? inner.flat() : undefined;
}

function partOf(quantity: Step | undefined, price: Step | undefined): readonly PricedPart[] | undefined {
  if (quantity === undefined || price === undefined || !priceKeys.includes(price.key)) return undefined;
  const free = price.key === "free-price";
  return [{ quantity: exactIn(quantity), price: exactIn(price), free, source: price.source }];
}

/** The value of the step of a key, where the derivation has one. */
export function stepValue({ derivation }: Charge, key: Step["key"]): Exact | undefined {
  const step = derivation.find((one) => one.key === key);
  return step === undefined ? undefined : exactIn(step);
}

/** The charges that a derived charge, such as a tax, adds up. */
export function chargesAdded({ derivation }: Charge): readonly string[] {
  return derivation.flatMap(({ key, source }) =>
    (key === "line" || key === "line-high") && source !== undefined ? [source] : [],
  );
}
