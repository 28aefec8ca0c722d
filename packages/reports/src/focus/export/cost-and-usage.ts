import type { Invoice } from "@flexbill/charges";
import {
  calendar,
  type Exact,
  formatInstant,
  isZero,
  month as monthOf,
  multiply,
  subtract,
  sum,
} from "@flexbill/kernel";
import { lineName } from "../../invoice-text.ts";
import type { Speech } from "../../speech.ts";
import { chargesAdded, stepValue } from "./charge-parts.ts";
import { type CostDraft, plainDraft } from "./cost-draft.ts";
import type { FocusExportOptions } from "./options.ts";
import { asDecimal, type FocusRow, figure } from "./row.ts";
import { serviceOf } from "./services.ts";

/** The columns of a Cost and Usage file in their order: FOCUS's own by name, then ours. */
export const costColumns: readonly string[] = [
  ...["BilledCost", "BillingAccountId", "BillingAccountName", "BillingCurrency", "BillingPeriodEnd"],
  ...["BillingPeriodStart", "ChargeCategory", "ChargeClass", "ChargeDescription", "ChargeFrequency"],
  ...["ChargePeriodEnd", "ChargePeriodStart", "ConsumedQuantity", "ConsumedUnit", "ContractApplied", "ContractedCost"],
  ...["ContractedUnitPrice", "EffectiveCost", "HostProviderName", "InvoiceDetailId", "InvoiceId", "InvoiceIssuerName"],
  ...[
    "ListCost",
    "ListUnitPrice",
    "PricingCategory",
    "PricingQuantity",
    "PricingUnit",
    "ServiceCategory",
    "ServiceName",
  ],
  ...["ServiceProviderName", "ServiceSubcategory", "SkuId", "SkuMeter", "SkuPriceDetails", "SkuPriceId"],
  ...["SubAccountId", "SubAccountName", "Tags", "x_BillingTimeZone", "x_Certainty", "x_ChargeKind", "x_ClauseId"],
  ...["x_EffectiveCostBasis", "x_ListPriceSource", "x_PassThroughProviderName", "x_PriceBookVersion", "x_RawQuantity"],
];

/** What the rows of one invoice have in common. */
export interface InvoiceFacts {
  readonly invoice: Invoice;
  readonly options: FocusExportOptions;
  readonly speech: Speech;
  readonly issuer: string;
  /** The invoice's number in a currency. */
  readonly invoiceId: (currency: string) => string;
}

const provider = "Twilio";

/** A tax on the list costs of the rows that it covers, as FOCUS wants a charge that is worked out from others. */
export function withTaxedListCosts(drafts: readonly CostDraft[]): readonly CostDraft[] {
  return drafts.map((draft) => {
    const percentage = draft.charge.kind === "tax" ? stepValue(draft.charge, "percentage") : undefined;
    if (percentage === undefined) return draft;
    const covered = new Set(chargesAdded(draft.charge));
    const rows = drafts.filter(({ charge }) => covered.has(charge.id) && charge.currency === draft.charge.currency);
    return { ...draft, list: asDecimal(multiply(percentage, sum(rows.map(({ list }) => list)))) };
  });
}

/** The row that carries what the lines' rounding makes of a currency; none where nothing is left over. */
export function roundingDraft(drafts: readonly CostDraft[], printed: readonly Exact[]): CostDraft | undefined {
  const [first] = drafts;
  const difference = subtract(sum(printed), sum(drafts.map(({ billed }) => billed)));
  if (first === undefined || isZero(difference)) return undefined;
  const { currency } = first.charge;
  const charge = { ...first.charge, ...roundingLine, currency, clauses: [] };
  return plainDraft(
    { charge, category: "Adjustment", frequency: "One-Time", certainty: "certain", remark: "rounding" },
    difference,
  );
}

/** The id of the line that rounding is. */
export const roundingId = "rounding";

const roundingLine = { id: roundingId, kind: "adjustment", product: "adjustment", rate: "", payee: provider } as const;

/** A draft as a row of Cost and Usage. */
export function costRow(draft: CostDraft, facts: InvoiceFacts): FocusRow {
  const billed = figure(draft.billed);
  return {
    ...invoiceCells(draft, facts),
    ...serviceCells(draft),
    ...priceCells(draft),
    BilledCost: billed,
    EffectiveCost: draft.effective === undefined ? billed : figure(draft.effective),
    ContractedCost: billed,
    ListCost: figure(draft.list),
    ChargeCategory: draft.category,
    ChargeFrequency: draft.frequency,
    ChargeDescription: describe(draft, facts.speech),
    ContractApplied: draft.contractApplied ?? null,
    x_Certainty: draft.certainty,
    x_ChargeKind: draft.remark === "rounding" ? "rounding" : draft.charge.kind,
    x_ClauseId: draft.charge.clauses.length === 0 ? null : draft.charge.clauses.join(" "),
    x_PassThroughProviderName: draft.charge.kind === "third-party" ? draft.charge.payee : null,
    x_RawQuantity: draft.rawQuantity === undefined ? null : figure(draft.rawQuantity),
  };
}

function invoiceCells(
  { charge, corrects }: CostDraft,
  { invoice, options, issuer, invoiceId }: InvoiceFacts,
): FocusRow {
  const { start, end } = invoice.period;
  const period = corrects === undefined ? undefined : calendar(invoice.timeZone).period(monthOf(corrects.month));
  return {
    BillingAccountId: invoice.account,
    BillingAccountName: options.accountName ?? invoice.account,
    BillingCurrency: charge.currency,
    BillingPeriodStart: start,
    BillingPeriodEnd: end,
    ChargeClass: corrects === undefined ? null : "Correction",
    ChargePeriodStart: period === undefined ? start : formatInstant(period.start),
    ChargePeriodEnd: period === undefined ? end : formatInstant(period.end),
    HostProviderName: provider,
    InvoiceDetailId: charge.id,
    InvoiceId: invoiceId(charge.currency),
    InvoiceIssuerName: issuer,
    ServiceProviderName: provider,
    SubAccountId: null,
    SubAccountName: null,
    Tags: options.tags === undefined ? null : JSON.stringify(options.tags),
    x_BillingTimeZone: invoice.timeZone,
    x_EffectiveCostBasis: options.effectiveCost ?? "billed",
    x_PriceBookVersion: options.priceBook.id,
  };
}

function serviceCells({ charge, corrects }: CostDraft): FocusRow {
  const { name, category, subcategory } = serviceOf(corrects?.product ?? charge.product);
  return { ServiceName: name, ServiceCategory: category, ServiceSubcategory: subcategory };
}

const noPrice: FocusRow = {
  ConsumedQuantity: null,
  ConsumedUnit: null,
  ContractedUnitPrice: null,
  ListUnitPrice: null,
  PricingCategory: null,
  PricingQuantity: null,
  PricingUnit: null,
  SkuId: null,
  SkuMeter: null,
  SkuPriceDetails: null,
  SkuPriceId: null,
  x_ListPriceSource: null,
};

function priceCells({ charge, category, priced }: CostDraft): FocusRow {
  if (priced === undefined) return noPrice;
  const sku = charge.rate === "" ? charge.product : `${charge.product}/${charge.rate}`;
  const usage = category === "Usage";
  return {
    ConsumedQuantity: usage ? figure(priced.consumed ?? priced.quantity) : null,
    ConsumedUnit: usage ? priced.unit : null,
    ContractedUnitPrice: figure(priced.contracted),
    ListUnitPrice: figure(priced.list.price),
    PricingCategory: "Standard",
    PricingQuantity: figure(priced.quantity),
    PricingUnit: priced.unit,
    SkuId: sku,
    SkuMeter: charge.product,
    SkuPriceDetails: charge.rate === "" ? null : JSON.stringify({ x_Rate: charge.rate }),
    SkuPriceId: `${sku}:${priced.list.name}`,
    x_ListPriceSource: priced.list.source,
  };
}

function describe({ charge, remark, corrects }: CostDraft, { say, ...speech }: Speech): string {
  if (remark === "rounding") return say("focusRounding");
  const line = lineName(charge, { say, ...speech });
  if (corrects !== undefined) return say("focusCorrects", { charge: charge.rate });
  if (remark === "included") return say("focusIncluded", { line });
  if (remark === "shortfall") return say("focusShortfall", { line });
  return remark === "noPrice" ? say("focusNoPrice", { line }) : line;
}
