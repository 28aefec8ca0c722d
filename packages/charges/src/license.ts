import {
  add,
  type Decimal,
  decimal,
  type Exact,
  isPositive,
  isZero,
  max,
  negate,
  subtract,
  zero,
} from "@flexbill/kernel";
import { type Draft, twilio } from "./draft.ts";
import { type LicenseProduct, licenseOf } from "./license-product.ts";
import { gatherLots, type Lot, totalOf, wholeRows } from "./lot.ts";
import { lotBounds, lotFields } from "./priced-draft.ts";
import type { Rating } from "./rated-month.ts";
import type { Sheet, Term } from "./sheet.ts";

/** The plan's fee: hours, the peak of named users, or active users, times the price (T-07, T-09, T-10). */
export function licenseDrafts(rating: Rating): readonly Draft[] {
  const { plan, contract } = rating;
  if (plan === undefined) return [];
  const license = licenseOf(plan.model);
  return lotsOf(rating, license).map(({ lot, quantity }) => ({
    kind: "license",
    product: license.product,
    payee: twilio,
    clauses: license.clauses,
    issues: [],
    ...lotFields(lot, contract.currency),
    bounds: lotBounds(lot, { certain: true, freeUnits: true, ...(quantity === undefined ? {} : { quantity }) }),
  }));
}

interface LicenseLot {
  readonly lot: Lot;
  /** How the quantity comes about, where it is more than a count. */
  readonly quantity?: (sheet: Sheet) => Term;
}

function lotsOf(rating: Rating, license: LicenseProduct): readonly LicenseLot[] {
  const rows = wholeRows(rating.rows.get(license.product) ?? []);
  const find = (row: { product: string; unit: string; dimensions: Readonly<Record<string, string>> }) =>
    rating.planPrice ?? rating.find(row);
  const lots = gatherLots(rows, find);
  const counted = add(totalOf(rows), recount(rating));
  const missing = max(zero, subtract(committedUsers(rating), counted));
  const extra = add(recount(rating), missing);
  if (lots.length > 0 && isZero(extra)) return lots.map((lot) => ({ lot }));
  const found = find({ ...license, dimensions: {} });
  const base = lots.find((lot) => lot.found === found) ?? emptyLot(found, license.unit);
  const others = lots.filter((lot) => lot !== base).map((lot) => ({ lot }));
  const full = { ...base, quantity: add(base.quantity, extra) };
  if (others.length > 0 || !isPositive(missing)) return [{ lot: full }, ...others];
  return [{ lot: full, quantity: (sheet) => withCommitted(sheet, counted, committedUsers(rating)) }];
}

/** How many named users more or fewer the other way of counting finds than the one the month was metered by (T-09). */
function recount({ plan, metered, contract, assumptions }: Rating): Exact {
  const method = assumptions["named.method"];
  if (plan?.model !== "named-user" || method === contract.assumptions["named.method"]) return zero;
  const difference = decimal(metered.provisioned.size - metered.peakUsers);
  return method === "distinct" ? difference : negate(difference);
}

/** Committed seats are paid whether filled or not (T-09). */
function committedUsers({ plan }: Rating): Decimal {
  return plan?.model === "named-user" ? (plan.committedUsers ?? zero) : zero;
}

function withCommitted(sheet: Sheet, users: Exact, committed: Exact): Term {
  return sheet.pair("quantity", "max", sheet.input("users", users), sheet.input("committed", committed));
}

const emptyLot = (found: Lot["found"], unit: string): Lot => ({
  found,
  unit,
  quantity: zero,
  parts: [],
});
