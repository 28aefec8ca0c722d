import { inside, type Located, shown } from "@flexbill/documents";
import type { Issue } from "@flexbill/kernel";
import { type At, complaint } from "../complaint.ts";
import { arithmetic } from "./arithmetic.ts";

/** The values that a story leaves open: each any of a list, the least first. */
export type OpenValues = Readonly<Record<string, readonly [number, number] | readonly string[]>>;

/** What is chosen for the open values. */
export type ChosenValues = Readonly<Record<string, string>>;

const range = /^(\d{1,9})\.\.(\d{1,9})$/;

/** The open values of a story as it is written; what is no value is told by the schema. */
export function openValuesOf(source: Located): OpenValues {
  const written = inside(source, "any").value;
  if (typeof written !== "object" || written === null) return {};
  return Object.fromEntries(
    Object.entries(written).flatMap(([name, value]): [string, OpenValues[string]][] => {
      if (Array.isArray(value)) return [[name, value.map(String)]];
      const [, low, high] = range.exec(String(value)) ?? [];
      return low === undefined || high === undefined ? [] : [[name, [Number(low), Number(high)]]];
    }),
  );
}

/** The least of each open value. */
export function leastOf(open: OpenValues): ChosenValues {
  return Object.fromEntries(Object.entries(open).map(([name, values]) => [name, String(values[0] ?? "")]));
}

/** Whether a range ends before it begins. */
export function emptyRanges(source: Located): readonly Issue[] {
  return Object.entries(openValuesOf(source)).flatMap(([name, [low, high]]) =>
    typeof low === "number" && typeof high === "number" && low > high
      ? [complaint("schema.value", source, ["any", name], { wanted: "rising-range" })]
      : [],
  );
}

/**
 * A story with its open values chosen: `$name` in a text is the value, and a text that begins with `= ` is arithmetic.
 * Places stay those of the story as it was written.
 */
export function closeStory(
  source: Located,
  chosen: ChosenValues,
): { readonly closed: Located; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const text = (written: string, path: At): string => {
    const filled = written.replaceAll(/\$([a-z][a-z0-9]*)/g, (whole, name: string) => {
      if (Object.hasOwn(chosen, name)) return chosen[name] ?? "";
      if (name !== "i") issues.push(unknownValue(source, path, whole, Object.keys(chosen)));
      return whole;
    });
    if (!filled.startsWith("= ") || issues.length > 0) return filled;
    const value = arithmetic(filled.slice(2));
    if (value === undefined) issues.push(complaint("schema.value", source, path, { wanted: "arithmetic" }));
    return value ?? filled;
  };
  const value = (written: unknown, path: At): unknown => {
    if (typeof written === "string") return text(written, path);
    if (typeof written !== "object" || written === null) return written;
    if (Array.isArray(written)) return written.map((item, index) => value(item, [...path, index]));
    return Object.fromEntries(Object.entries(written).map(([key, item]) => [key, value(item, [...path, key])]));
  };
  return { closed: { ...source, value: value(source.value, []) }, issues };
}

function unknownValue(source: Located, path: At, found: string, names: readonly string[]): Issue {
  const wanted =
    names.length === 0 ? {} : { wanted: "one-of", params: { options: names.map((name) => `$${name}`).join(", ") } };
  return complaint("schema.unknown-name", source, path, { found: shown(found), ...wanted });
}
