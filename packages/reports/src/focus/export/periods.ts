import { compareText, formatDecimal, isPositive, month as monthOf } from "@flexbill/kernel";
import { type Contract, planInForce } from "@flexbill/terms";
import type { InvoiceFacts } from "./cost-and-usage.ts";
import { wholeSeconds } from "./invoice-detail.ts";
import type { FocusRow } from "./row.ts";

/** The columns of a Billing Period file in their order. */
export const billingPeriodColumns: readonly string[] = [
  ...["BillingPeriodCreated", "BillingPeriodEnd", "BillingPeriodLastUpdated", "BillingPeriodStart"],
  ...["BillingPeriodStatus", "InvoiceIssuerName"],
];

/** The month: closed when its invoice was issued. */
export function billingPeriodRow({ invoice, options, issuer }: InvoiceFacts): FocusRow {
  const { start, end } = invoice.period;
  const told = wholeSeconds(invoice.asOf ?? end);
  return {
    BillingPeriodStart: start,
    BillingPeriodEnd: end,
    BillingPeriodCreated: start,
    BillingPeriodLastUpdated: [start, told].sort(compareText).at(-1) ?? start,
    BillingPeriodStatus: options.issued === undefined ? "Open" : "Closed",
    InvoiceIssuerName: issuer,
  };
}

/** The columns of a Contract Commitment file in their order. */
export const contractCommitmentColumns: readonly string[] = [
  ...["BillingCurrency", "ContractCommitmentApplicability", "ContractCommitmentBenefitCategory"],
  ...["ContractCommitmentCategory", "ContractCommitmentCost", "ContractCommitmentCreated"],
  ...["ContractCommitmentDescription", "ContractCommitmentDiscountPercentage", "ContractCommitmentDurationType"],
  ...["ContractCommitmentFulfillmentInterval", "ContractCommitmentId", "ContractCommitmentLastUpdated"],
  ...["ContractCommitmentLifecycleStatus", "ContractCommitmentModel", "ContractCommitmentOfferCategory"],
  ...["ContractCommitmentPaymentInterval", "ContractCommitmentPaymentModel", "ContractCommitmentPeriodEnd"],
  ...["ContractCommitmentPeriodStart", "ContractCommitmentQuantity", "ContractCommitmentType"],
  ...["ContractCommitmentUnit", "ContractId", "ContractPeriodEnd", "ContractPeriodStart", "InvoiceIssuerName"],
  "ServiceProviderName",
];

interface Commitment {
  readonly id: "minimum" | "seats";
  readonly category: "Spend" | "Usage";
  readonly benefit: "Other" | "Entitlement";
  readonly cost: string | null;
  readonly quantity: string | null;
}

function commitmentsOf(contract: Contract, month: string): readonly Commitment[] {
  const minimum = contract.commitment?.monthlyMinimum;
  const seats = planInForce(contract, monthOf(month))?.committedUsers;
  return [
    ...(minimum === undefined
      ? []
      : [
          { id: "minimum", category: "Spend", benefit: "Other", cost: formatDecimal(minimum), quantity: null } as const,
        ]),
    ...(seats === undefined || !isPositive(seats)
      ? []
      : [
          {
            id: "seats",
            category: "Usage",
            benefit: "Entitlement",
            cost: null,
            quantity: formatDecimal(seats),
          } as const,
        ]),
  ];
}

/**
 * What the contract commits to in the month. A contract file names no end of its commitments, so each month is one of its
 * own, and the contract's period is that month.
 */
export function contractCommitmentRows(facts: InvoiceFacts, contractId: string): readonly FocusRow[] {
  const { invoice, options, issuer, speech } = facts;
  const { start, end } = invoice.period;
  return commitmentsOf(options.contract, invoice.month).map(({ id, category, benefit, cost, quantity }) => ({
    BillingCurrency: cost === null ? null : options.contract.currency,
    ContractCommitmentApplicability: '{"IsGlobalScope":true}',
    ContractCommitmentBenefitCategory: benefit,
    ContractCommitmentCategory: category,
    ContractCommitmentCost: cost,
    ContractCommitmentCreated: start,
    ContractCommitmentDescription: speech.say(id === "minimum" ? "focusMinimum" : "focusSeats"),
    ContractCommitmentDiscountPercentage: null,
    ContractCommitmentDurationType: "1 Month",
    ContractCommitmentFulfillmentInterval: "Monthly",
    ContractCommitmentId: `${contractId}/${id}`,
    ContractCommitmentLastUpdated: start,
    ContractCommitmentLifecycleStatus: options.issued === undefined ? "Active" : "Expired",
    ContractCommitmentModel: "Continuous",
    ContractCommitmentOfferCategory: "Negotiated",
    ContractCommitmentPaymentInterval: "Monthly",
    ContractCommitmentPaymentModel: "No Upfront",
    ContractCommitmentPeriodStart: start,
    ContractCommitmentPeriodEnd: end,
    ContractCommitmentQuantity: quantity,
    ContractCommitmentType: id === "minimum" ? "Monthly Minimum" : "Committed Users",
    ContractCommitmentUnit: quantity === null ? null : "Users",
    ContractId: contractId,
    ContractPeriodStart: start,
    ContractPeriodEnd: end,
    InvoiceIssuerName: issuer,
    ServiceProviderName: "Twilio",
  }));
}
