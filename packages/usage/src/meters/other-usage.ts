import { compareText } from "@flexbill/kernel";
import type { MeteredElsewhere } from "../events/usage.ts";
import { quantityOf } from "../quantity.ts";
import { count, createTally, type Tally } from "../tally.ts";

/** Usage that was metered elsewhere, as given: a tally for each product, unit and set of dimension keys. */
export type OtherUsage = Map<string, Tally>;

/** Adds a usage event of the month. */
export function addOtherUsage(usage: OtherUsage, data: MeteredElsewhere, user: number): void {
  const { product, unit, dimensions } = data;
  const keys = Object.keys(dimensions)
    .filter((key) => dimensions[key] !== null)
    .sort(compareText);
  const shape = JSON.stringify([product, unit, ...keys]);
  const tally = usage.get(shape) ?? createTally(product, unit, keys);
  usage.set(shape, tally);
  count(tally, user, data.useCase, dimensions, quantityOf(data.quantity));
}
