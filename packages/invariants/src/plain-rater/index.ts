export { type ComparedCharge, comparable } from "./comparison.ts";
export { type Fraction, fraction, plus, readDecimal } from "./fraction.ts";
export { type PlainAnswer, plainRate } from "./plain-rate.ts";
export type { UsageRow } from "./usage-row.ts";
