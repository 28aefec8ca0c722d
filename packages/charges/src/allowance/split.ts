import { type Exact, isNegative, isPositive, max, negate, subtract, zero } from "@flexbill/kernel";
import type { AllowanceEntry } from "@flexbill/terms";
import type { UsageRow } from "@flexbill/usage";
import type { Standing } from "../draft.ts";
import { byUser, type RowPart, wholeRows } from "../lot.ts";
import type { Rating } from "../rated-month.ts";
import { type Entitlement, entitlementOf } from "./entitlement.ts";

/** One product's usage of the month, cut by its allowance. */
export interface Split {
  readonly included: readonly RowPart[];
  readonly excess: readonly RowPart[];
  /** Usage of nobody, which no user's allowance covers. */
  readonly unattributed: readonly RowPart[];
  /** Usage of nobody that is counted as included by choice. */
  readonly ignored: readonly RowPart[];
  readonly standing: (user: string) => Standing;
}

/** Steps 2 to 5 of the excess (formats.md section 4): what is left out, what a pool takes, what each user uses up. */
export function splitUsage(rating: Rating, allowance: AllowanceEntry, rows: readonly UsageRow[]): Split {
  const ignore = rating.assumptions["limits.unattributed"] === "ignore";
  const isPool = allowance.per === "project-month" || rating.assumptions["limits.pooling"] === "project-pool";
  const entitlement = entitlementOf(rating, allowance);
  const nobodys = wholeRows(rows.filter((row) => row.user === null));
  const counted = isPool && !ignore ? rows : rows.filter((row) => row.user !== null);
  const cut = isPool ? pooled(counted, entitlement) : strictly(counted, entitlement);
  return { ...cut, unattributed: isPool || ignore ? [] : nobodys, ignored: ignore ? nobodys : [] };
}

type Cut = Pick<Split, "included" | "excess" | "standing">;

/** Nothing moves between users: each user's excess counts, nobody's slack does (T-43). */
function strictly(rows: readonly UsageRow[], entitlement: Entitlement): Cut {
  const cut = useUp(rows, (row) => row.user ?? "", entitlement.of);
  const over = byUser(cut.excess);
  return { ...cut, standing: (user) => ({ allowance: entitlement.of(user), overage: over.get(user) ?? zero }) };
}

/** One pool for all: no user has an allowance of their own. */
function pooled(rows: readonly UsageRow[], entitlement: Entitlement): Cut {
  return { ...useUp(rows, () => "", entitlement.all), standing: () => ({ allowance: null, overage: null }) };
}

/** Rows use up what their owner has, in their order; the rest of a row is excess. */
function useUp(rows: readonly UsageRow[], ownerOf: (row: UsageRow) => string, has: (owner: string) => Exact) {
  const left = new Map<string, Exact>();
  const included: RowPart[] = [];
  const excess: RowPart[] = [];
  for (const row of rows) {
    const owner = ownerOf(row);
    const rest = left.get(owner) ?? has(owner);
    const after = subtract(rest, row.quantity);
    if (!isNegative(after)) included.push({ row, quantity: row.quantity });
    else {
      if (isPositive(rest)) included.push({ row, quantity: rest });
      excess.push({ row, quantity: negate(after) });
    }
    left.set(owner, max(zero, after));
  }
  return { included, excess };
}
