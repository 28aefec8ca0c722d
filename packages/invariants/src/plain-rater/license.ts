import type { PlanModel } from "../request.ts";
import type { Line } from "./charge-lines.ts";
import {
  type Fraction,
  fraction,
  greatest,
  isPositive,
  least,
  minus,
  nothing,
  readDecimal,
  times,
  total,
} from "./fraction.ts";
import type { MonthContext } from "./month-context.ts";
import type { People } from "./people-meters.ts";
import { findPrice, priceUnits } from "./price-finding.ts";
import { groupByPrice, lineOf } from "./priced-groups.ts";
import { contactCenter, type UsageRow } from "./usage-row.ts";

const licenses: Readonly<Record<PlanModel, { readonly product: string; readonly unit: string }>> = {
  "active-user-hour": { product: "flex-active-user-hour", unit: "hour" },
  "named-user": { product: "flex-named-user", unit: "user" },
  "user-plus-usage": { product: "flex-active-user", unit: "user" },
};

/** The plan's fee and, against it, the free hours (section 4, `license` and `credit`). */
export function licenseLines(rows: readonly UsageRow[], people: People, context: MonthContext): readonly Line[] {
  const { plan, contract } = context;
  if (!plan) return [];
  const { product, unit } = licenses[plan.model];
  const billed = withCommittedUsers(
    rows.filter((row) => row.product === product),
    context,
    { product, unit, quantity: nothing, user: null, dimensions: [], useCase: contactCenter },
  );
  const hours = least(people.freeHoursLeft, total(people.hours.values()));
  const credited = isPositive(hours) ? hours : nothing;
  if (plan.price === undefined) return [...byBook(billed, context), ...creditByBook(product, unit, credited, context)];
  const price = readDecimal(plan.price);
  const flat = (kind: "license" | "credit", quantity: Fraction): Line => {
    const amount = times(quantity, price);
    return { kind, product, rate: "", currency: contract.currency, unit, quantity, low: amount, high: amount };
  };
  return [flat("license", total(billed.map(({ quantity }) => quantity))), flat("credit", minus(nothing, credited))];
}

/** max(users of its row, `committedUsers`); where nothing was used the licence is still a line, of quantity 0. */
function withCommittedUsers(rows: readonly UsageRow[], { plan }: MonthContext, empty: UsageRow): readonly UsageRow[] {
  const committed = plan?.model === "named-user" ? readDecimal(plan.committedUsers ?? "0") : nothing;
  const missing = greatest(nothing, minus(committed, total(rows.map(({ quantity }) => quantity))));
  return rows.length === 0 || isPositive(missing) ? [...rows, { ...empty, quantity: missing }] : rows;
}

/** "A book price is priced like `usage`." */
function byBook(rows: readonly UsageRow[], context: MonthContext): readonly Line[] {
  const price = priceUnits;
  const groups = groupByPrice(rows, context);
  const [first] = rows;
  const nobody = groups.length === 0 && first ? [{ ...first, found: findPrice(first, context) }] : [];
  return [...groups, ...nobody].map((group) =>
    lineOf("license", group, context, {
      certain: true,
      price: ({ entry }, quantity) => price(entry, fraction(0n), quantity, true),
    }),
  );
}

/** What the license charges for positions 0..n, as far as it is priced; none where it has no price. */
function creditByBook(product: string, unit: string, credited: Fraction, context: MonthContext): readonly Line[] {
  const found = findPrice({ product, unit, dimensions: [] }, context);
  if (!found || !isPositive(credited)) return [];
  const { amount } = priceUnits(found.entry, fraction(0n), credited, true);
  const group = { found, product, unit, quantity: minus(nothing, credited) };
  const price = () => ({ amount: minus(nothing, amount), complete: true });
  return [lineOf("credit", group, context, { certain: true, price })];
}
