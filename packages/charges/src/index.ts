export {
  adjustmentsBetween,
  type InvoiceAdjustment,
  type InvoiceDifference,
  type UnsettledDifference,
} from "./adjustments-between.ts";
export { answerRequest, createAnswerer, type RatingAnswer, withIssues } from "./answer-request.ts";
export {
  type Amount,
  type Charge,
  type ChargeKind,
  type ChargeNote,
  chargeKinds,
  type Invoice,
  type InvoiceAssumption,
  type InvoiceIssue,
  type PriceSource,
  type Totals,
  type UserShare,
} from "./invoice.ts";
export { invoiceSchema, parseInvoice } from "./invoice-schema.ts";
export type { LabelKey } from "./labels.en.ts";
export { type PriceBand, type PriceBands, priceBands, type Stretch } from "./price-bands.ts";
export { type RateOptions, rate } from "./rate.ts";
export { rateEvents } from "./rate-events.ts";
export {
  type DocumentReader,
  type OpenedRequest,
  type RatingRequest,
  ratingRequestSchema,
  readRequest,
} from "./rating-request.ts";
export { type Operation, operations, type Step } from "./step.ts";
