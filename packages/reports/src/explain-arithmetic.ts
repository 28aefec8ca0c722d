import type { Operation, Step } from "@flexbill/charges";
import { padEnd, padStart } from "./display-width.ts";
import type { Explained } from "./explained.ts";
import { grouped } from "./figures.ts";

/** How each operation is written between the steps that it takes. */
const signs: Readonly<Record<Operation, string>> = {
  input: "",
  add: " + ",
  subtract: " − ",
  multiply: " × ",
  divide: " ÷ ",
  min: ", ",
  max: ", ",
  negate: "",
  round: "",
};

/** The inputs and the steps of a charge, numbered, each step naming those that it takes. */
export function arithmetic({ charge, speech, style, width }: Explained): string {
  const steps = charge.derivation;
  if (steps.length === 0) return "";
  const numbers = new Map(steps.map(({ name }, at) => [name, at + 1]));
  const values = steps.map(({ value }) => shown(value));
  const widest = Math.max(...values.map((value) => value.length));
  const labels = width - widest - 8;
  const lines = steps.map((step, at) => {
    const label = speech.language === "ja" ? step.labelJa : step.label;
    const how = formula(step, numbers);
    const source = step.source === undefined ? "" : ` [${step.source}]`;
    return `  ${padStart(String(at + 1), 2)}  ${padEnd(`${label}${how}${source}`, labels)}  ${padStart(values[at] ?? "", widest)}`;
  });
  return [style.strong(speech.say("howComputed")), ...lines].join("\n");
}

const shown = (value: string): string => (value.includes("/") ? value : grouped(value));

function formula({ op, of = [], places, mode }: Step, numbers: ReadonlyMap<string, number>): string {
  if (op === "input") return "";
  const names = of.map((name) => `(${numbers.get(name) ?? name})`).join(signs[op] === "" ? " " : signs[op]);
  if (op === "min" || op === "max") return ` = ${op} ${names}`;
  if (op === "negate") return ` = −${names}`;
  return op === "round" ? ` = ${names} → ${places ?? 0}, ${mode ?? "half-up"}` : ` = ${names}`;
}
