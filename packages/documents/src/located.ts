import type { Place } from "@flexbill/kernel";
import type { Path } from "./pointer.ts";

/** Which end of a member a place points at: its name, or (by default) its value. */
export type PlaceOf = "member" | "value";

/**
 * A value read from a text, which still knows where each of its parts stood. A path that is not in the text is
 * answered with the nearest part around it; a value that was never a text has no places.
 */
export interface Located {
  readonly value: unknown;
  readonly placeOf: (path: Path, of?: PlaceOf) => Place | undefined;
}

/**
 * A value as one that can be parsed, whether it was read from a text, as by `readYaml`, and keeps its places, or came
 * from none.
 *
 * @example
 * ```ts
 * located({ account: "AC1" }).placeOf(["account"]); // undefined
 * ```
 */
export function located(source: Located | unknown): Located {
  return isLocated(source) ? source : { value: source, placeOf: () => undefined };
}

function isLocated(source: unknown): source is Located {
  return typeof source === "object" && source !== null && "placeOf" in source && typeof source.placeOf === "function";
}

/**
 * One part of a located value, with its places; `undefined` where there is no such part.
 *
 * @example
 * ```ts
 * inside(request, "contract").value; // the contract inside a rating request
 * ```
 */
export function inside(outer: Located, ...path: PropertyKey[]): Located {
  const value = path.reduce<unknown>(memberOf, outer.value);
  return { value, placeOf: (rest, of) => outer.placeOf([...path, ...rest], of) };
}

/** The member of a value, own members alone; `undefined` where there is none. */
export function memberOf(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<PropertyKey, unknown>)[key];
}
