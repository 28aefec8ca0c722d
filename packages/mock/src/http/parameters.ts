import { jsonIn } from "../json-in.ts";

/** How the text of a parameter is read; a list is the values it may have. */
export type ParameterType = "text" | "boolean" | "integer" | "json" | "url" | readonly string[];

/** A parameter of the wire, its name there and how it is read. */
export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly required?: boolean;
}

/** Parameters by the field they write. */
export type ParameterTable = Readonly<Record<string, Parameter>>;

/** Values by field; a parameter that was not given has no entry. */
export type Values = Readonly<Record<string, string | number | boolean>>;

/** The values that a form or query gives, or the name of the first parameter that is missing or cannot be read. */
export function readParameters(given: URLSearchParams, table: ParameterTable): Values | { readonly wrong: string } {
  const values: Record<string, string | number | boolean> = {};
  for (const [field, parameter] of Object.entries(table)) {
    const text = given.get(parameter.name);
    if (text === null) {
      if (parameter.required === true) return { wrong: parameter.name };
      continue;
    }
    const value = readValue(text, parameter.type);
    if (value === undefined || (parameter.required === true && value === "")) return { wrong: parameter.name };
    values[field] = value;
  }
  return values;
}

/** Tells a refusal from values. */
export function isWrong(read: Values | { readonly wrong: string }): read is { readonly wrong: string } {
  return typeof read["wrong"] === "string" && Object.keys(read).length === 1;
}

function readValue(text: string, type: ParameterType): string | number | boolean | undefined {
  if (type === "text") return text;
  if (type === "boolean") return readBoolean(text);
  if (type === "integer") return /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
  if (type === "json") return jsonIn(text) === undefined ? undefined : text;
  if (type === "url") return text === "" || URL.canParse(text) ? text : undefined;
  return type.includes(text) ? text : undefined;
}

/** `true` and `false` in any case: clients differ in how they write them. */
export function readBoolean(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  if (lower === "true" || lower === "1") return true;
  return lower === "false" || lower === "0" ? false : undefined;
}
