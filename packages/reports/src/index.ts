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
export { type FocusExportOptions, type UnknownPolicy, unknownPolicies } from "./focus/export/options.ts";
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
export { renderInvoiceJson } from "./invoice-json.ts";
export { type InvoiceTextOptions, monthName, renderInvoiceText } from "./invoice-text.ts";
export { unitName } from "./speech.ts";
export { renderTable } from "./table.ts";
export { hang } from "./wrap.ts";
