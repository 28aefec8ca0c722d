import { readdirSync, readFileSync } from "node:fs";

/** A charge as a golden vector expects it. */
export interface ExpectedCharge {
  readonly kind: string;
  readonly product: string;
  readonly rate: string;
  readonly currency: string;
  readonly quantity: string;
  readonly amount: ExpectedAmount;
}

/** A range of money as a golden vector expects it. */
export interface ExpectedAmount {
  readonly low: string;
  readonly high: string | null;
}

/** A usage row as a golden vector expects it. */
export interface ExpectedRow {
  readonly product: string;
  readonly unit: string;
  readonly user: string | null;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly quantity: string;
}

/** A golden vector: a rating request with its expected answer (fixtures/golden/README.md). */
export interface GoldenVector {
  readonly id: string;
  readonly title: string;
  readonly contract: Readonly<Record<string, unknown>>;
  readonly priceBook: unknown;
  readonly month: string;
  readonly asOf?: string;
  readonly events: readonly unknown[];
  readonly expect: {
    readonly usage?: readonly ExpectedRow[];
    readonly charges: readonly ExpectedCharge[];
    readonly totals: Readonly<Record<string, ExpectedAmount>>;
    readonly issues: readonly { readonly code: string; readonly severity: string }[];
  };
}

const folder = new URL("../../../fixtures/golden/", import.meta.url);

/** All golden vectors, in the order of their names. */
export const goldenVectors: readonly GoldenVector[] = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as GoldenVector);
