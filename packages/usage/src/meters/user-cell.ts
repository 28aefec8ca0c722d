import type { Exact } from "@flexbill/kernel";
import { defaultUseCase } from "../events/shared-data.ts";
import type { Cell } from "../tally.ts";

/** A cell without dimensions, of a product that is counted whatever the use. */
export function userCell(product: string, unit: string, user: string | null, quantity: Exact): Cell {
  return { product, unit, user, dimensions: {}, useCase: defaultUseCase, quantity };
}
