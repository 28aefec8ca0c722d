import type { Charge, Invoice } from "@flexbill/charges";
import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  type Exact,
  isZero,
  minorUnits,
  multiply,
  one,
  subtract,
  sum,
  zero,
} from "@flexbill/kernel";
import { isStandard } from "@flexbill/products";
import { allowanceEffect, isLimited } from "./allowance-effect.ts";
import type { Cause } from "./bill-diff.ts";
import { type LineGroup, type LinePair, pairsOf } from "./group.ts";

/** One end of the ranges on a bill. */
export type End = "low" | "high";

/** The two bills between which the change is looked at. */
export interface Bills {
  readonly before: Invoice;
  readonly now: Invoice;
}

/** Exact parts of a change. */
export type Parts = ReadonlyMap<Cause, Exact>;

const computed: ReadonlySet<string> = new Set(["commitment", "support", "tax"]);
const ofPlan: ReadonlySet<string> = new Set(["license", "credit", "included", "overage", "breach"]);

/**
 * The change of a group at one end, split exactly. A line that one bill has alone is new or gone; with another plan, what
 * the plan charges or includes is the plan's; the rest is price × quantity, taken apart.
 */
export function splitGroup(group: LineGroup, bills: Bills, end: End): Parts {
  const { kind, product } = group.any;
  const difference = subtract(total(group.now, end), total(group.before, end));
  if (computed.has(kind)) return new Map([["follows", difference]]);
  const replanned = bills.before.plan !== bills.now.plan;
  if (replanned && (ofPlan.has(kind) || isStandard(product))) return new Map([["plan", difference]]);
  const { common, appeared, gone } = pairsOf(group);
  const parts = kind === "overage" ? overageParts(group, bills, end) : commonParts(common, end, replanned);
  return kind === "overage" ? parts : withAlone(parts, total(appeared, end), total(gone, end));
}

function withAlone(parts: Map<Cause, Exact>, appeared: Decimal, gone: Decimal): Parts {
  return addPart(addPart(parts, "new", appeared), "gone", subtract(zero, gone));
}

function addPart(parts: Map<Cause, Exact>, cause: Cause, amount: Exact): Map<Cause, Exact> {
  return parts.set(cause, add(parts.get(cause) ?? zero, amount));
}

const amountOf = ({ amount }: Charge, end: End): Decimal => decimal(amount[end] ?? amount.low);

/** The sum of lines at one end; ends that are not known are never asked for. */
export const total = (charges: readonly Charge[], end: End): Decimal =>
  sum(charges.map((charge) => amountOf(charge, end)));

const quantityOf = (charges: readonly Charge[]): Decimal => sum(charges.map(({ quantity }) => decimal(quantity)));

/** What an allowance moved is priced at what a unit cost before, else at what it costs now; lines of a new rate are new. */
function overageParts(group: LineGroup, bills: Bills, end: End): Map<Cause, Exact> {
  const { product } = group.any;
  const { common, appeared, gone } = pairsOf(group);
  const parts = commonParts(common, end, false);
  const side = group.before.length > 0 ? group.before : group.now;
  const unit = priceOf(total(side, end), quantityOf(side)) ?? zero;
  const moved = multiply(allowanceEffect(bills.before, bills.now, product), unit);
  addPart(addPart(parts, "allowance", moved), "quantity", subtract(zero, moved));
  const wasThere = isLimited(bills.before, product) && group.before.length === 0;
  const isThere = isLimited(bills.now, product) && group.now.length === 0;
  addPart(parts, wasThere ? "quantity" : "new", total(appeared, end));
  return addPart(parts, isThere ? "quantity" : "gone", subtract(zero, total(gone, end)));
}

function commonParts(common: readonly LinePair[], end: End, replanned: boolean): Map<Cause, Exact> {
  const parts = new Map<Cause, Exact>();
  if (common.length === 0) return parts;
  const effects = common.map((pair) => pairEffect(pair, end));
  for (const { price, isListed } of effects) addPart(parts, isListed ? "price" : replanned ? "plan" : "mix", price);
  const volume: Exact = sum(effects.map((effect): Exact => effect.volume));
  const [old, young] = [common.map(({ before }) => before), common.map(({ now }) => now)];
  const average = priceOf(total(old, end), quantityOf(old));
  const even =
    average === undefined || common.length === 1
      ? volume
      : multiply(subtract(quantityOf(young), quantityOf(old)), average);
  addPart(parts, "mix", subtract(volume, even));
  const people = usersEffect(old, young, end, even);
  addPart(parts, "users", people);
  return addPart(parts, "quantity", subtract(even, people));
}

const priceOf = (amount: Decimal, quantity: Decimal): Exact | undefined =>
  isZero(quantity) ? undefined : divide(amount, quantity);

interface PairEffect {
  readonly price: Exact;
  readonly volume: Exact;
  /** Whether the listed price changed; else tiers, free units or different fees did it. */
  readonly isListed: boolean;
}

function pairEffect({ before, now }: LinePair, end: End): PairEffect {
  const [old, young] = [amountOf(before, end), amountOf(now, end)];
  const change = subtract(young, old);
  const isListed = JSON.stringify(before.prices.map(listed)) !== JSON.stringify(now.prices.map(listed));
  const unit = unitAt(before, old);
  const next = unitAt(now, young);
  const linear = unit !== undefined && next !== undefined;
  const was = linear ? unit : priceOf(old, decimal(before.quantity));
  if (was === undefined) return { price: zero, volume: change, isListed };
  const price = linear
    ? multiply(subtract(next, unit), decimal(now.quantity))
    : subtract(young, multiply(was, decimal(now.quantity)));
  return { price, volume: subtract(change, price), isListed };
}

const listed = ({ price, list, currency, source, date }: Charge["prices"][number]) =>
  price === null ? [list, currency, source, date] : [price, currency];

/** The unit price of a line whose amount at this end is that price × quantity, but for its rounding. */
function unitAt({ unitPrice, quantity, currency }: Charge, amount: Decimal): Decimal | undefined {
  if (unitPrice === null) return undefined;
  const off = absolute(subtract(amount, multiply(decimal(unitPrice), decimal(quantity))));
  const step = divide(one, decimal(10n ** BigInt(minorUnits(currency) ?? 2)));
  return compare(off, step) <= 0 ? decimal(unitPrice) : undefined;
}

/** What more or fewer users made: as many as each used before. Of a fee for users, all of it. */
function usersEffect(old: readonly Charge[], young: readonly Charge[], end: End, even: Exact): Exact {
  const [line] = old;
  if (line?.kind === "license" && line.unit === "user") return even;
  const [were, are] = [usersOf(old), usersOf(young)];
  if (were === 0 || are === 0) return zero;
  return multiply(total(old, end), divide(decimal(are - were), decimal(were)));
}

const usersOf = (charges: readonly Charge[]): number =>
  new Set(charges.flatMap(({ users }) => users.map(({ user }) => user))).size;
