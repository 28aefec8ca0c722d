import { formatInstant } from "@flexbill/kernel";
import type { Context } from "hono";
import { readUpTo } from "../http/form.ts";
import { jsonIn } from "../json-in.ts";
import type { Deliveries } from "../world/deliveries.ts";

const largestBody = 65_536;

/** The object that a JSON body holds; an empty one where it holds none. */
export async function bodyOf(c: Context): Promise<Readonly<Record<string, unknown>>> {
  const text = (await readUpTo(c.req.raw.body, largestBody)) ?? "";
  const value = jsonIn(text);
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** A delivery as the control interface shows it. */
export function deliveryDocument({ at, ...delivery }: Deliveries["log"][number]) {
  return { ...delivery, at: formatInstant(at) };
}

/** Does one change after the other, in the order they came. */
export type InTurn = <T>(work: () => T | Promise<T>) => Promise<T>;

/** Opens a queue of changes. */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
