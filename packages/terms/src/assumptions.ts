import { wish } from "@flexbill/documents";
import { z } from "zod";
import data from "../data/assumptions.json" with { type: "json" };

/** How the silences of the terms are filled, one switch each (formats.md section 5). */
export interface Assumptions {
  /** The contract's time zone: reported, not an input. */
  readonly "billing.timeZone": string;
  readonly "limits.pooling": "strict-per-user" | "project-pool";
  readonly "limits.unattributed": "separate-bucket" | "ignore";
  readonly "overage.priceBook": "contract" | "list";
  readonly "overage.tierStart": "zero" | "after-allowance";
  readonly "overage.freeUnits": boolean;
  readonly "named.method": "peak" | "distinct";
  readonly "plan.midMonth": "first-instant";
  readonly "voice.connectivityPrice": "range" | "bundled";
  readonly "conversations.attribution": "first-agent";
  readonly "presence.openEnd": "as-of";
  readonly "rounding.mode": "half-up" | "half-even";
  readonly "terms.cutoffInclusive": boolean;
}

/** The name of a switch. */
export type AssumptionKey = keyof Assumptions;

/** What there is to say about a switch: its default, its values (null: any), the clause that is silent, and why. */
export interface AssumptionInfo {
  readonly key: AssumptionKey;
  readonly default: string | boolean | null;
  readonly values: readonly (string | boolean)[] | null;
  readonly clause: string;
  readonly reason: { readonly en: string; readonly ja: string };
}

/** The table of switches, in the order in which they are shown. */
export const assumptionTable: readonly AssumptionInfo[] = data as readonly AssumptionInfo[];

/** The names of the switches, in the order of the table. */
export const assumptionKeys: readonly AssumptionKey[] = assumptionTable.map(({ key }) => key);

/**
 * Every switch at its default, for a contract of a time zone.
 *
 * @example
 * ```ts
 * defaultAssumptions("UTC")["limits.pooling"]; // "strict-per-user"
 * ```
 */
export function defaultAssumptions(timeZone: string): Assumptions {
  const table = Object.fromEntries(assumptionTable.map((info) => [info.key, info.default]));
  return { ...table, "billing.timeZone": timeZone } as unknown as Assumptions;
}

/**
 * What the table says about a switch.
 *
 * @example
 * ```ts
 * assumptionInfo("limits.pooling").clause; // "T-43"
 * ```
 */
export function assumptionInfo(key: AssumptionKey): AssumptionInfo {
  const [first] = assumptionTable;
  return assumptionTable.find((info) => info.key === key) ?? (first as AssumptionInfo);
}

const trueOrFalse = z.boolean({ error: wish("schema.value", "boolean") });

/** The switches that a contract sets; what it leaves out has its default. Unknown keys are found by the contract. */
export const assumptionsSchema = z
  .object({
    "billing.timeZone": z.string().exactOptional(),
    "limits.pooling": z.enum(["strict-per-user", "project-pool"]).exactOptional(),
    "limits.unattributed": z.enum(["separate-bucket", "ignore"]).exactOptional(),
    "overage.priceBook": z.enum(["contract", "list"]).exactOptional(),
    "overage.tierStart": z.enum(["zero", "after-allowance"]).exactOptional(),
    "overage.freeUnits": trueOrFalse.exactOptional(),
    "named.method": z.enum(["peak", "distinct"]).exactOptional(),
    "plan.midMonth": z.enum(["first-instant"]).exactOptional(),
    "voice.connectivityPrice": z.enum(["range", "bundled"]).exactOptional(),
    "conversations.attribution": z.enum(["first-agent"]).exactOptional(),
    "presence.openEnd": z.enum(["as-of"]).exactOptional(),
    "rounding.mode": z.enum(["half-up", "half-even"]).exactOptional(),
    "terms.cutoffInclusive": trueOrFalse.exactOptional(),
  })
  .catchall(z.unknown())
  .meta({ additionalProperties: false });
