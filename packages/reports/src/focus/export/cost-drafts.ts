import type { Charge, Invoice } from "@flexbill/charges";
import { type Exact, isPositive, isZero, min, parseDecimal, subtract, zero } from "@flexbill/kernel";
import { type ChargeEnd, chargeEnd, type PricedPart, stepValue } from "./charge-parts.ts";
import { amountDraft, type Certainty, type CostDraft, plainDraft, pricedDraft } from "./cost-draft.ts";
import type { ListPrices } from "./list-prices.ts";
import type { UnknownPolicy } from "./options.ts";
import { figure } from "./row.ts";
import { focusUnit } from "./services.ts";

/** The end of a charge that is exported, and how sure it is; undefined where it is left out. */
export interface ChosenEnd {
  readonly end: "low" | "high";
  readonly certainty: Certainty;
}

/** Which end of a charge is exported. Where it has no upper bound, `high` takes what is certain. */
export function chosenEnd({ amount }: Charge, policy: UnknownPolicy): ChosenEnd | undefined {
  if (amount.low === amount.high) return { end: "high", certainty: "certain" };
  if (policy === "omit") return undefined;
  if (amount.high === null) return { end: "low", certainty: "unbounded:low" };
  return policy === "low" ? { end: "low", certainty: "range:low" } : { end: "high", certainty: "range:high" };
}

/** The amount of an end as the invoice prints it. */
export function printedAmount({ amount }: Charge, { end }: ChosenEnd): Exact {
  const parsed = parseDecimal((end === "high" ? amount.high : amount.low) ?? amount.low);
  return parsed.ok ? parsed.value : zero;
}

/** What charges become rows by. */
export interface DraftContext {
  readonly invoice: Invoice;
  readonly prices: ListPrices;
  /** `{ContractId}` of the commitments that a charge draws on. */
  readonly contractId: string;
}

/** The rows of a charge at one of its ends. The tax's list cost is worked out later, from the rows that it covers. */
export function costDrafts(charge: Charge, chosen: ChosenEnd, context: DraftContext): readonly CostDraft[] {
  const end = chargeEnd(charge, chosen.end) ?? { amount: printedAmount(charge, chosen), parts: undefined };
  const { certainty } = chosen;
  switch (charge.kind) {
    case "credit":
      return [plainDraft({ charge, category: "Credit", frequency: "One-Time", certainty }, end.amount)];
    case "tax":
      return [plainDraft({ charge, category: "Tax", frequency: "Recurring", certainty }, end.amount)];
    case "included":
      return includedDrafts(charge, context);
    case "commitment":
      return [commitmentDraft(charge, end, context)];
    case "support": {
      const of = { charge, category: "Purchase", frequency: "Recurring", certainty } as const;
      return [amountDraft(of, end.amount, { unit: focusUnit(charge.product, charge.unit) })];
    }
    case "adjustment":
      return [correctionDraft(charge, end, context)];
    default:
      return pricedDrafts(charge, end, chosen, context);
  }
}

function includedDrafts(charge: Charge, { prices }: DraftContext): readonly CostDraft[] {
  const quantity = stepValue(charge, "included") ?? zero;
  const listed = prices.ofIncluded(charge, quantity);
  const of = { charge, certainty: "certain", remark: "included" } as const;
  if (listed === undefined || listed.length === 0)
    return [plainDraft({ ...of, category: "Adjustment", frequency: "One-Time", rawQuantity: quantity }, zero)];
  const unit = focusUnit(charge.product, charge.unit);
  return listed.map(({ quantity: units, ...list }) =>
    pricedDraft(
      { ...of, category: "Usage", frequency: "Usage-Based" },
      { quantity: units, unit, list, contracted: zero },
    ),
  );
}

function commitmentDraft(charge: Charge, { amount }: ChargeEnd, { contractId }: DraftContext): CostDraft {
  const contractApplied = applied(contractId, "minimum", `"ContractCommitmentAppliedCost":${figure(amount)}`);
  const of = { charge, category: "Purchase", frequency: "One-Time", certainty: "certain", contractApplied } as const;
  return amountDraft(of, amount, { unit: "Count" });
}

/** Written by hand, since a JSON number made from a number of ours would have to be a float first. */
function applied(contractId: string, commitment: string, figures: string): string {
  const [contract, id] = [contractId, `${contractId}/${commitment}`].map((text) => JSON.stringify(text));
  return `{"Elements":[{"ContractId":${contract},"ContractCommitmentId":${id},${figures}}]}`;
}

/**
 * A correction of a closed month is a delta on this one, in that month's time; any other belongs to this month. Only its
 * amount is known, so it is no usage: that would need a quantity, and made-up ones are lies.
 */
function correctionDraft(charge: Charge, { amount }: ChargeEnd, { invoice }: DraftContext): CostDraft {
  const of = { charge, frequency: "One-Time", certainty: "certain" } as const;
  const [, month, kind, product = ""] = /^(\d{4}-\d{2})\/([^/]+)\/([^/]+)/.exec(charge.rate) ?? [];
  if (month === undefined || month >= invoice.month) return plainDraft({ ...of, category: "Adjustment" }, amount);
  const category = kind === "tax" ? "Tax" : kind === "credit" ? "Credit" : "Adjustment";
  return plainDraft({ ...of, category, corrects: { month, product } }, amount);
}

function pricedDrafts(
  charge: Charge,
  end: ChargeEnd,
  { certainty, end: which }: ChosenEnd,
  context: DraftContext,
): readonly CostDraft[] {
  const of = { charge, category: "Usage", frequency: "Usage-Based", certainty } as const;
  const unpriced = stepValue(charge, "units-without-price");
  const rest = unpriced === undefined ? [] : [withoutPrice(charge, certainty, zero, unpriced)];
  if (end.parts !== undefined) return [...splitSeats(of, end.parts, context), ...rest];
  if (charge.product.startsWith("third-party-"))
    return [amountDraft(of, end.amount, { unit: "Count", consumed: quantityOf(charge) })];
  const possible = which === "low" && isZero(end.amount) ? chargeEnd(charge, "high")?.parts : undefined;
  if (possible === undefined) return [withoutPrice(charge, certainty, end.amount, quantityOf(charge))];
  // What may be surcharged or charged after all stands on the line of its own usage too, and would be counted twice.
  if (charge.kind === "breach" || charge.kind === "surcharge") return [];
  return possible.map((part) => partDraft(of, { ...part, contracted: zero }, context));
}

function quantityOf({ quantity }: Charge): Exact {
  const parsed = parseDecimal(quantity);
  return parsed.ok ? parsed.value : zero;
}

/** Usage that nobody has a price for: FOCUS wants a price beside every usage, and a made-up zero would be a lie. */
function withoutPrice(charge: Charge, certainty: Certainty, amount: Exact, rawQuantity: Exact): CostDraft {
  const of = {
    charge,
    category: "Adjustment",
    frequency: "One-Time",
    certainty,
    rawQuantity,
    remark: "noPrice",
  } as const;
  return plainDraft(of, amount);
}

type DraftHead = Pick<CostDraft, "charge" | "category" | "frequency" | "certainty" | "contractApplied" | "remark">;

function partDraft(of: DraftHead, part: PricedPart & { readonly contracted?: Exact }, { prices }: DraftContext) {
  const { charge } = of;
  const unit = focusUnit(charge.product, charge.unit);
  const list = prices.ofPart(charge, part);
  return pricedDraft(of, { quantity: part.quantity, unit, list, contracted: part.contracted ?? part.price });
}

/** Committed users beyond those provisioned are a purchase that draws on the commitment, row by row of its own. */
function splitSeats(of: DraftHead, parts: readonly PricedPart[], context: DraftContext): readonly CostDraft[] {
  const users = stepValue(of.charge, "users");
  if (of.charge.kind !== "license" || users === undefined) return parts.map((part) => partDraft(of, part, context));
  let left = users;
  return parts.flatMap((part) => {
    const used = min(left, part.quantity);
    const missing = subtract(part.quantity, used);
    left = subtract(left, used);
    return [
      ...(isPositive(used) ? [partDraft(of, { ...part, quantity: used }, context)] : []),
      ...(isPositive(missing) ? [shortfall(of, { ...part, quantity: missing }, context)] : []),
    ];
  });
}

function shortfall(of: DraftHead, part: PricedPart, context: DraftContext): CostDraft {
  const { charge } = of;
  const unit = focusUnit(charge.product, charge.unit);
  const figures = `"ContractCommitmentAppliedQuantity":${figure(part.quantity)},"ContractCommitmentAppliedUnit":${JSON.stringify(unit)}`;
  const contractApplied = applied(context.contractId, "seats", figures);
  const purchase = {
    ...of,
    category: "Purchase",
    frequency: "Recurring",
    remark: "shortfall",
    contractApplied,
  } as const;
  return partDraft(purchase, part, context);
}
