import type { PlanModel } from "@flexbill/terms";

/** The licence of a plan: what is counted, in which unit, and the clause that says so. */
export interface LicenseProduct {
  readonly product: string;
  readonly unit: string;
  readonly clauses: readonly string[];
}

const licenses: Readonly<Record<PlanModel, LicenseProduct>> = {
  "active-user-hour": { product: "flex-active-user-hour", unit: "hour", clauses: ["T-07", "T-08"] },
  "named-user": { product: "flex-named-user", unit: "user", clauses: ["T-09"] },
  "user-plus-usage": { product: "flex-active-user", unit: "user", clauses: ["T-10"] },
};

/** The licence that a plan model charges. */
export function licenseOf(model: PlanModel): LicenseProduct {
  return licenses[model];
}

/** Products that count users and hours: they are a licence of some plan, or say who is entitled, and nothing else. */
export const userProducts: ReadonlySet<string> = new Set([
  ...Object.values(licenses).map((license) => license.product),
  "flex-provisioned-user",
]);
