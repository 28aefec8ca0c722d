import data from "../data/magic-numbers.json" with { type: "json" };
import type { ErrorName } from "./errors.ts";

type Table = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string | null>>>>>>;

/** What test credentials may write to: the last part of the path, without its ending. */
export type TestedResource = keyof typeof data.numbers;

/** Tells whether test credentials reach a resource of the 2010 API. */
export function isTestedResource(name: string): name is TestedResource {
  return Object.hasOwn(data.numbers, name);
}

/**
 * What Twilio's magic numbers mean for a request with test credentials: the error and the number it names, or undefined
 * where the request goes through.
 *
 * @example
 * ```ts
 * const form = new URLSearchParams({ From: "+15005550006", To: "+15005550009" });
 * magicRefusal("Messages", form); // { error: "toNotMobile", number: "+15005550009" }
 * ```
 */
export function magicRefusal(
  resource: TestedResource,
  form: URLSearchParams,
): { readonly error: ErrorName; readonly number: string } | undefined {
  const table: Table[string] = data.numbers[resource];
  for (const [parameter, answers] of Object.entries(table)) {
    const number = form.get(parameter) ?? "";
    if (number === "") continue;
    const error = Object.hasOwn(answers, number) ? answers[number] : answers["*"];
    if (error != null) return { error: error as ErrorName, number };
  }
  return undefined;
}
