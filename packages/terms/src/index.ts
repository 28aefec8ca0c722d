export {
  type AssumptionInfo,
  type AssumptionKey,
  type Assumptions,
  assumptionInfo,
  assumptionKeys,
  assumptionTable,
  defaultAssumptions,
} from "./assumptions.ts";
export type {
  AdjustmentEntry,
  Agreement,
  AllowanceEntry,
  Contract,
  LogoutActivityEntry,
  PlanEntry,
  PlanModel,
  SupportPlan,
  TaxEntry,
} from "./contract.ts";
export { contractJsonSchema, contractSchema } from "./contract-schema.ts";
export type { EmailPackage, Facts } from "./facts.ts";
export { allowanceInForce, inForce, logoutActivityAt, planInForce, taxesInForce } from "./in-force.ts";
export { parseContract } from "./parse-contract.ts";
