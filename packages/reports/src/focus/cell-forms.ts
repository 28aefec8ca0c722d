import { isCurrency } from "@flexbill/kernel";
import type { CellForm } from "./model.ts";

const instantPattern = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;
const decimalPattern = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE]-?\d+)?$/;
const base = "[A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*)*";
const unitPattern = new RegExp(`^(?:[1-9]\\d* )?${base}(?:-${base})*(?:/(?:[1-9]\\d* )?${base})?$`);

/** A day that its month has: of February 30 a date makes March. */
function isInstant(cell: string): boolean {
  if (!instantPattern.test(cell)) return false;
  const day = Number(cell.slice(8, 10));
  return day < 29 || new Date(`${cell.slice(0, 10)}T00:00:00Z`).getUTCDate() === day;
}

const stringToken = /"(?:[^"\\]|\\.)*"\s*(:?)/g;

function keysIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const inner = Object.values(value).reduce<number>((sum, member) => sum + keysIn(member), 0);
  return inner + (Array.isArray(value) ? 0 : Object.keys(value).length);
}

/** The object that a cell holds as JSON, each of its keys once; undefined where it holds none. */
export function objectIn(cell: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = JSON.parse(cell) as unknown;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    const written = [...cell.matchAll(stringToken)].filter(([, colon]) => colon === ":").length;
    return written === keysIn(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function isKeyValue(cell: string): boolean {
  const object = objectIn(cell);
  return object !== undefined && Object.values(object).every((value) => typeof value !== "object" || value === null);
}

/** ISO 4217 codes that begin with an X belong to no country, but for these, which several countries share. */
const sharedCurrencies = ["XAF", "XCD", "XCG", "XOF", "XPF"];

/** Whether a cell that is not empty has a form. */
export const hasForm: Readonly<Record<CellForm, (cell: string) => boolean>> = {
  string: () => true,
  text: (cell) => cell !== "",
  decimal: (cell) => decimalPattern.test(cell),
  instant: isInstant,
  currency: isCurrency,
  "national-currency": (cell) => isCurrency(cell) && (!cell.startsWith("X") || sharedCurrencies.includes(cell)),
  unit: (cell) => unitPattern.test(cell),
  "key-value": isKeyValue,
  json: (cell) => objectIn(cell) !== undefined,
};
