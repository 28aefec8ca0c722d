import type { Invoice } from "@flexbill/charges";
import { add, type Decimal, decimal, max, subtract, zero } from "@flexbill/kernel";

interface Standing {
  readonly used: Decimal;
  readonly allowance: Decimal | null;
}

/** Kinds on which users stand with an allowance. */
const limited: ReadonlySet<string> = new Set(["included", "overage"]);

/** How users stand with the allowance of a product: what they used, included or not, and what they have. */
function standings({ charges }: Invoice, product: string): ReadonlyMap<string, Standing> {
  const found = new Map<string, Standing>();
  for (const charge of charges) {
    if (charge.product !== product || !limited.has(charge.kind)) continue;
    for (const { user, quantity, allowance } of charge.users) {
      const used = add(found.get(user)?.used ?? zero, decimal(quantity));
      found.set(user, { used, allowance: allowance === null ? null : decimal(allowance) });
    }
  }
  return found;
}

/**
 * How much more lies above the allowance because the allowance changed: each user's use of now against the old allowance.
 * Users who are on one bill alone, or whose allowance is not known on one, count nothing here.
 */
export function allowanceEffect(before: Invoice, now: Invoice, product: string): Decimal {
  const old = standings(before, product);
  let effect = zero;
  for (const [user, { used, allowance }] of standings(now, product)) {
    const earlier = old.get(user)?.allowance;
    if (earlier == null || allowance === null) continue;
    effect = add(effect, subtract(over(used, allowance), over(used, earlier)));
  }
  return effect;
}

const over = (used: Decimal, allowance: Decimal): Decimal => max(zero, subtract(used, allowance));

/** Whether a product is on a bill at all, within an allowance or above it. */
export const isLimited = ({ charges }: Invoice, product: string): boolean =>
  charges.some((charge) => charge.product === product && limited.has(charge.kind));
