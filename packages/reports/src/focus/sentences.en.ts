import type { CellForm } from "./model.ts";

const quoted = (value: string | number): string => (typeof value === "number" ? String(value) : JSON.stringify(value));

/** What the rules of FOCUS say, in our words, in English. */
export const sentencesEn = {
  present: (column: string): string => `The column ${column} has to be there`,
  forms: {
    string: "a text",
    text: "a text that is not empty",
    decimal: "a plain decimal such as 12.5",
    instant: "an instant in UTC such as 2025-04-01T00:00:00Z",
    currency: "an ISO 4217 code in capitals such as USD",
    "national-currency": "the currency of a country",
    unit: "a unit such as Minutes, GB-Hours or 1000 Requests",
    "key-value": "a JSON object with each key once and no value inside a value",
    json: "a JSON object with each key once",
  } satisfies Record<CellForm, string> as Readonly<Record<CellForm, string>>,
  form: (column: string, form: string): string => `${column} has to be ${form}`,
  empty: (column: string): string => `${column} has to be empty`,
  filled: (column: string): string => `${column} must not be empty`,
  is: (column: string, value: string | number): string => `${column} has to be ${quoted(value)}`,
  not: (column: string, value: string | number): string => `${column} must not be ${quoted(value)}`,
  oneOf: (column: string, values: readonly (string | number)[]): string =>
    `${column} has to be one of ${values.map(quoted).join(", ")}`,
  least: (column: string, value: number): string => `${column} has to be ${value} or more`,
  most: (column: string, value: number): string => `${column} has to be ${value} or less`,
  match: (column: string, pattern: string): string => `${column} has to match ${pattern}`,
  ends: (column: string, text: string): string => `${column} has to end with ${quoted(text)}`,
  same: (column: string, other: string): string => `${column} has to equal ${other}`,
  compare: (column: string, comparator: string, other: string): string => `${column} has to be ${comparator} ${other}`,
  distinct: (column: string, other: string, count: number): string =>
    count === 1 ? `Each ${column} has one ${other} and no second one` : `Each ${column} has ${count} of ${other}`,
  product: (column: string, times: string, result: string): string => `${result} has to equal ${column} × ${times}`,
  schema: (column: string): string => `${column} has to have the members that FOCUS gives it`,
  and: (parts: readonly string[]): string => parts.join(" and "),
  or: (parts: readonly string[]): string => parts.join(" or "),
  conditions: {
    empty: (column: string): string => `${column} is empty`,
    filled: (column: string): string => `${column} is not empty`,
    is: (column: string, value: string | number): string => `${column} is ${quoted(value)}`,
    not: (column: string, value: string | number): string => `${column} is not ${quoted(value)}`,
    group: (text: string): string => `(${text})`,
  },
  where: (sentence: string, condition: string): string => `${sentence} where ${condition}`,
  found: (value: string): string => `: found ${value}`,
  wanted: (value: string): string => `, wanted ${value}`,
  verdict: {
    error: "error",
    warning: "warning",
    row: (row: number): string => `row ${row}`,
    more: (rule: string, rows: number): string => `${rule}: and ${rows} more ${rows === 1 ? "row" : "rows"}`,
    sum: (what: string, rows: number, rules: number): string =>
      `${what}, ${rows} ${rows === 1 ? "row" : "rows"} by ${rules} rules: `,
    counts: (errors: number, warnings: number): string =>
      errors + warnings === 0 ? "no fault" : `${errors} errors, ${warnings} warnings`,
  },
};

/** The sentences of a language. */
export type FocusSentences = typeof sentencesEn;
