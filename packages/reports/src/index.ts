export { type DifferenceTextOptions, renderDifferenceText } from "./difference-text.ts";
export { displayWidth } from "./display-width.ts";
export { type ExplainOptions, explainCharge } from "./explain.ts";
export { grouped } from "./figures.ts";
export { renderInvoiceJson } from "./invoice-json.ts";
export { type InvoiceTextOptions, monthName, renderInvoiceText } from "./invoice-text.ts";
export { unitName } from "./speech.ts";
export { renderTable } from "./table.ts";
export { hang } from "./wrap.ts";
