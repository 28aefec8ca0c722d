import { readdirSync, readFileSync } from "node:fs";
import type { ComparedInvoice } from "../src/plain-rater/comparison.ts";
import type { UsageRow } from "../src/plain-rater/usage-row.ts";
import type { RatingRequest } from "../src/request.ts";

export type ExpectedRow = Pick<UsageRow, "product" | "unit" | "user"> & {
  readonly quantity: string;
  readonly dimensions: Readonly<Record<string, string>>;
};

/** A rating request with its answer (golden README, "One file, one vector"). */
export interface Vector extends RatingRequest {
  readonly id: string;
  readonly title: string;
  readonly expect: ComparedInvoice & { readonly usage?: readonly ExpectedRow[] };
}

/** A folder of the repository's fixtures. */
export function fixture(folder: string): URL {
  return new URL(`../../../fixtures/${folder}/`, import.meta.url);
}

export function readVectors(folder: URL): readonly Vector[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names.sort().map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")));
}
