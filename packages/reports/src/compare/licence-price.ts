import type { Invoice } from "@flexbill/charges";
import { type Decimal, decimal } from "@flexbill/kernel";
import type { PlanModel } from "@flexbill/terms";
import type { Variant } from "./variant.ts";

/** The price of one hour or user on a plan's fee. */
export interface LicencePrice {
  readonly price: Decimal;
  readonly currency: string;
}

/** What one unit of a plan costs in the month at `at`; nothing where it is not compared, has tiers or no price. */
export function licencePrice(variants: readonly Variant[], model: PlanModel, at: number): LicencePrice | undefined {
  const invoice = variants.map(({ invoices }) => invoices[at]).find((one) => one?.plan === model);
  return invoice === undefined ? undefined : priceOf(invoice);
}

function priceOf({ charges }: Invoice): LicencePrice | undefined {
  const fees = charges.filter(({ kind }) => kind === "license");
  const [fee, second] = fees;
  if (fee === undefined || second !== undefined || fee.unitPrice === null) return undefined;
  return { price: decimal(fee.unitPrice), currency: fee.currency };
}
