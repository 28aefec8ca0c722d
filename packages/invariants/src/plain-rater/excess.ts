import type { Allowance } from "../request.ts";
import type { Line } from "./charge-lines.ts";
import { plusKnown } from "./charge-lines.ts";
import { type Fraction, isPositive, least, minus, nothing, plus, readDecimal, times, total } from "./fraction.ts";
import { inForce, type MonthContext } from "./month-context.ts";
import type { People } from "./people-meters.ts";
import { type FoundPrice, findPrice, priceUnits } from "./price-finding.ts";
import { groupByPrice, lineOf } from "./priced-groups.ts";
import { contactCenter, type UsageRow } from "./usage-row.ts";

/** Section 4, "Excess, step by step": the rows, in order, of one Standard Product under a fair-usage plan. */
export function excessLines(rows: readonly UsageRow[], people: People, context: MonthContext): readonly Line[] {
  const [first] = rows;
  if (!first) return [];
  if (rows.some(isIneligible)) context.issues.add("use.ineligible");
  const ofProduct = (context.contract.allowances ?? []).filter(({ product }) => product === first.product);
  const allowance = inForce(ofProduct, context.firstDay);
  if (!allowance) return unknownLimit(rows, context);
  if (allowance.provenance === undefined) context.issues.add("limit.provenance-missing");

  const ignore = context.assumption("limits.unattributed") === "ignore";
  const ignored = ignore ? rows.filter(({ user }) => user === null) : [];
  if (ignored.length > 0) context.issues.add("usage.unattributed-ignored");
  const remaining = rows.filter((row) => !ignored.includes(row));
  const pool = allowance.per === "project-month" || context.assumption("limits.pooling") === "project-pool";
  const drawing = remaining.filter(({ user }) => pool || user !== null);
  const ofNobody = remaining.filter((row) => !drawing.includes(row));

  const { inside, outside } = drawDown(drawing, pool, allowanceOf(allowance, people, context));
  const included = sumOfRows([...inside, ...ignored]);
  const { product, unit } = first;
  const shared = { product, unit, currency: context.contract.currency };
  return [
    { ...shared, kind: "included", rate: "", quantity: included, low: nothing, high: nothing },
    ...overageLines(outside, inside, context),
    ...unattributedLines(ofNobody, context),
    ...breachLines(rows.filter(isIneligible), included, context),
  ];
}

function isIneligible({ useCase }: UsageRow): boolean {
  return useCase !== contactCenter;
}

function sumOfRows(rows: readonly UsageRow[]): Fraction {
  return total(rows.map(({ quantity }) => quantity));
}

function freeUnits(context: MonthContext): boolean {
  return context.assumption("overage.freeUnits") === "true";
}

function bookOnly(context: MonthContext): boolean {
  return context.assumption("overage.priceBook") === "list";
}

/** Step 1: the list price is the most that it can cost. */
function unknownLimit(rows: readonly UsageRow[], context: MonthContext): readonly Line[] {
  context.issues.add("limit.unknown");
  const price = fromFirstTier(freeUnits(context));
  return groupByPrice(rows, context, bookOnly(context)).map((group) =>
    lineOf("overage", group, context, { certain: false, price }),
  );
}

function fromFirstTier(free: boolean) {
  return ({ entry }: FoundPrice, quantity: Fraction) => priceUnits(entry, nothing, quantity, free);
}

interface Purses {
  readonly ofUser: (user: string | null) => Fraction;
  readonly ofProject: Fraction;
}

/** "Allowances": what each entitled user has, and the pool. */
function allowanceOf({ quantity, per }: Allowance, people: People, context: MonthContext): Purses {
  const each = readDecimal(quantity);
  const entitled = context.plan?.model === "named-user" ? people.provisioned : new Set(people.hours.keys());
  const ofUser = (user: string | null): Fraction => {
    if (user === null || !entitled.has(user)) return nothing;
    return per === "active-hour" ? times(each, people.hours.get(user) ?? nothing) : each;
  };
  return { ofUser, ofProject: per === "project-month" ? each : total([...entitled].map(ofUser)) };
}

/** Steps 3 and 4: the rows in order use up their allowance; what fits is inside. */
function drawDown(rows: readonly UsageRow[], pool: boolean, purses: Purses) {
  const left = new Map<string | null, Fraction>();
  const inside: UsageRow[] = [];
  const outside: UsageRow[] = [];
  for (const row of rows) {
    const purse = pool ? null : row.user;
    const available = left.get(purse) ?? (pool ? purses.ofProject : purses.ofUser(row.user));
    const fits = least(available, row.quantity);
    left.set(purse, minus(available, fits));
    inside.push({ ...row, quantity: fits });
    outside.push({ ...row, quantity: minus(row.quantity, fits) });
  }
  return { inside, outside };
}

/** Step 4: per entry, from position 0 or from where the included quantity of the same entry ended. */
function overageLines(
  outside: readonly UsageRow[],
  inside: readonly UsageRow[],
  context: MonthContext,
): readonly Line[] {
  const after = context.assumption("overage.tierStart") === "after-allowance";
  const startOf = ({ entry }: FoundPrice) =>
    sumOfRows(inside.filter((row) => after && findPrice(row, context, bookOnly(context))?.entry === entry));
  return groupByPrice(outside, context, bookOnly(context)).map((group) =>
    lineOf("overage", group, context, {
      certain: true,
      price: (found, quantity) => priceUnits(found.entry, startOf(found), quantity, freeUnits(context)),
    }),
  );
}

/** Step 5: usage of nobody, always from position 0, one line per currency. */
function unattributedLines(rows: readonly UsageRow[], context: MonthContext): readonly Line[] {
  if (rows.length > 0) context.issues.add("usage.unattributed");
  const price = fromFirstTier(freeUnits(context));
  const lines = new Map<string, Line>();
  for (const group of groupByPrice(rows, context, bookOnly(context))) {
    const line = { ...lineOf("overage", group, context, { certain: false, price }), rate: "unattributed" };
    const before = lines.get(line.currency);
    const sums = before && { quantity: plus(before.quantity, line.quantity), high: plusKnown(before.high, line.high) };
    lines.set(line.currency, { ...line, ...sums });
  }
  return [...lines.values()];
}

/** Step 6: the ineligible rows in order, as far as the product was included at all; no free units, no tier start. */
function breachLines(ineligible: readonly UsageRow[], included: Fraction, context: MonthContext): readonly Line[] {
  let left = included;
  const taken: UsageRow[] = [];
  for (const row of ineligible) {
    const quantity = least(left, row.quantity);
    left = minus(left, quantity);
    if (isPositive(quantity)) taken.push({ ...row, quantity });
  }
  return groupByPrice(taken, context, bookOnly(context)).map((group) =>
    lineOf("breach", group, context, { certain: false, price: fromFirstTier(false) }),
  );
}
