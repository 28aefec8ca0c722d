export {
  type BillDiff,
  type BillName,
  type Cause,
  causes,
  type EndsChange,
  type LineSplit,
  type SplitChange,
} from "./bill-diff/bill-diff.ts";
export { diffBills, isAbove } from "./bill-diff/diff-bills.ts";
export { type DiffTextOptions, renderDiffMarkdown, renderDiffText } from "./bill-diff/diff-text.ts";
export { comparePlans, type Variants } from "./compare/compare-plans.ts";
export type {
  AmountChange,
  BreakEven,
  ComparedPlan,
  Comparison,
  ForgottenLogout,
  LineChange,
  Loser,
  Savings,
  SeatSwap,
} from "./compare/comparison.ts";
export { renderComparisonSvg } from "./compare/comparison-svg.ts";
export { comparisonTable } from "./compare/comparison-table.ts";
export { type ComparisonTextOptions, renderComparisonText } from "./compare/comparison-text.ts";
export { forgottenLogoutSaving, isPresenceEvent, type LogoutOptions } from "./compare/savings/forgotten-logout.ts";
export { isSeatEvent, seatSwapSaving } from "./compare/savings/seat-swap.ts";
export { meteringKey, planVariants, rateVariant, type Variant, type VariantContract } from "./compare/variant.ts";
export { type DifferenceTextOptions, renderDifferenceText } from "./difference-text.ts";
export { displayWidth } from "./display-width.ts";
export { type ExplainOptions, explainCharge } from "./explain.ts";
export { grouped } from "./figures.ts";
export type { FocusCells } from "./focus/compile-check.ts";
export { describeFocusFinding, describeFocusRule } from "./focus/describe-finding.ts";
export { detectDataset } from "./focus/detect-dataset.ts";
export {
  type FocusChoice,
  type FocusExport,
  type FocusTable,
  focusExport,
} from "./focus/export/focus-export.ts";
export {
  type EffectiveCost,
  effectiveCosts,
  type FocusExportOptions,
  type UnknownPolicy,
  unknownPolicies,
} from "./focus/export/options.ts";
export type { FocusRow } from "./focus/export/row.ts";
export {
  type CellForm,
  type FocusCheck,
  type FocusDataset,
  type FocusRule,
  focusColumns,
  focusCriteria,
  focusDatasets,
  focusRules,
  focusVersion,
} from "./focus/model.ts";
export { type FocusVerdict, renderFocusReportJson, renderFocusReportText } from "./focus/report-text.ts";
export {
  createFocusValidator,
  type FocusCount,
  type FocusFinding,
  type FocusReport,
  type FocusValidator,
  type FocusValidatorOptions,
} from "./focus/validator.ts";
export type { InvoiceFormat, InvoiceFormatOptions, Paper } from "./invoice-formats/invoice-format.ts";
export { invoiceFormats } from "./invoice-formats/invoice-formats.ts";
export { renderInvoiceJson } from "./invoice-json.ts";
export { type InvoiceTextOptions, monthName, renderInvoiceText } from "./invoice-text.ts";
export { unitName } from "./speech.ts";
export { renderTable } from "./table.ts";
export { chargesTable } from "./tables/charges-table.ts";
export { type CsvOptions, csvTable } from "./tables/csv-table.ts";
export type { CellType, DataCells, DataColumn, DataTable } from "./tables/data-table.ts";
export { focusTable } from "./tables/focus-table.ts";
export { type ParquetColumn, type ParquetElement, parquetColumns } from "./tables/parquet-table.ts";
export { usageTable } from "./tables/usage-table.ts";
export { hang } from "./wrap.ts";
