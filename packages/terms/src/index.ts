export { accepted, type Observed } from "./accepted.ts";
export { type Answer, describeReason, type Verdict } from "./answer.ts";
export {
  type ApplicableTerms,
  type ApplicableTermsAnswer,
  applicableTerms,
  type TermsScope,
} from "./applicable-terms.ts";
export {
  type AssumptionInfo,
  type AssumptionKey,
  type Assumptions,
  assumptionInfo,
  assumptionKeys,
  assumptionTable,
  defaultAssumptions,
} from "./assumptions.ts";
export { aupFlowDown } from "./aup-flow-down.ts";
export { changelogReviewDue } from "./changelog-review.ts";
export {
  type Bilingual,
  type Binding,
  type Change,
  type Clause,
  clauseById,
  clauses,
  type Grade,
  type MoneyEffect,
} from "./clause.ts";
export { clauseConcerns } from "./clause-binding.ts";
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
export {
  diffEditions,
  type Edition,
  type EditionDifference,
  editionAt,
  editionById,
  editionOf,
  editionOn,
  editions,
  silences,
} from "./edition.ts";
export { type EmailSla, emailSla } from "./email-sla.ts";
export type { EmailPackage, Facts } from "./facts.ts";
export { allowanceInForce, inForce, logoutActivityAt, planInForce, taxesInForce } from "./in-force.ts";
export { type InsightsAnswer, type InsightsWarning, insightsDeletion } from "./insights-deletion.ts";
export { type DataOrigin, dataKinds, isCustomerData } from "./is-customer-data.ts";
export { type NoticeAnswer, noticeApplies } from "./notice-applies.ts";
export { separateProject, suspensionRisk } from "./other-use.ts";
export { parseContract } from "./parse-contract.ts";
export { namedPurposes, permittedPurpose } from "./permitted-purpose.ts";
export type { Reason } from "./reasons.en.ts";
export { type RemovalNotice, removalNotices } from "./removal-notice.ts";
export { type StarterCodeAnswer, starterCodeLicence } from "./starter-code-licence.ts";
export { supportWording } from "./support-wording.ts";
export { type TermsReport, type TermsReportRow, termsReport } from "./terms-report.ts";
