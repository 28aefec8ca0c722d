import fc from "fast-check";
import { textOf } from "../answers/lines.ts";
import { billingMonths } from "../generators/months.ts";
import { type Law, law } from "../law.ts";
import { compare, minus, readDecimal } from "../plain-rater/fraction.ts";
import type { PlanEntry, PlanModel, RatingRequest } from "../request.ts";
import { drawCases } from "../run/draw.ts";
import { type Exhibit, judge } from "../run/judge.ts";
import { withoutOneThing } from "../run/leaving-out.ts";
import type { Answer, Subject } from "../subject.ts";
import type { ExploreOptions } from "./largest-difference.ts";

/** A month and two plans: with its last event the one that was cheaper is the dearer one. */
export interface PlansCase {
  readonly month: RatingRequest;
  readonly plans: readonly [PlanEntry, PlanEntry];
}

const priced: Readonly<Record<PlanModel, PlanEntry>> = {
  "active-user-hour": { model: "active-user-hour", price: "1.00" },
  "named-user": { model: "named-user", price: "150.00" },
  "user-plus-usage": { model: "user-plus-usage", price: "50.00" },
};

/** The pairs of plans that an exploration looks at, at prices of its own. */
export const planPairs: readonly (readonly [PlanEntry, PlanEntry])[] = [
  [priced["active-user-hour"], priced["named-user"]],
  [priced["active-user-hour"], priced["user-plus-usage"]],
  [priced["named-user"], priced["user-plus-usage"]],
];

/**
 * Broken by a month in which two plans cross, so that such a month can be kept and asked again as any failure can. Its
 * findings carry, for each plan, the total without the last event and the total with it.
 */
export const plansNeverCross: Law<PlansCase> = law<PlansCase>({
  id: "explore.plans-cross",
  suite: "explore",
  sentence: { en: "The cheaper of two plans stays the cheaper one", ja: "安いほうの料金プランは安いままである" },
  given: fc.record({ month: billingMonths("given"), plans: fc.constantFrom(...planPairs) }),
  requests: ({ month, plans }) => {
    const before = { ...month, events: month.events.slice(0, -1) };
    return [before, month].flatMap((asked) => plans.map((plan) => under(plan, asked)));
  },
  holds: ({ month: { contract }, plans }, answers) => {
    const totals = answers.map((answer) => totalOf(answer, contract.currency));
    const [oneBefore, otherBefore, oneAfter, otherAfter] = totals;
    const before = cheaper(oneBefore, otherBefore);
    if (before === 0 || before !== -cheaper(oneAfter, otherAfter)) return [];
    return plans.map(({ model }, index) => {
      const [without, having] = [totals[index], totals[index + 2]];
      const difference = textOf(minus(readDecimal(having?.low ?? "0"), readDecimal(without?.low ?? "0")));
      return { line: model, expected: rangeText(without), actual: rangeText(having), difference };
    });
  },
});

type Range = NonNullable<Answer["totals"]>[string];

function under(plan: PlanEntry, { contract, ...month }: RatingRequest): RatingRequest {
  const { account, currency, timeZone, logoutActivity = [], allowances = [], prices = {} } = contract;
  const zone = timeZone === undefined ? {} : { timeZone };
  return { ...month, contract: { account, currency, ...zone, logoutActivity, allowances, prices, plan: [plan] } };
}

function totalOf(answer: Answer, currency: string): Range {
  return answer.totals?.[currency] ?? { low: "0", high: "0" };
}

/** −1 where the one is cheaper whatever is not known, 1 where the other is, 0 where that cannot be said. */
function cheaper(one: Range | undefined, other: Range | undefined): number {
  if (one === undefined || other === undefined) return 0;
  const below = (a: Range, b: Range) => a.high !== null && compare(readDecimal(a.high), readDecimal(b.low)) < 0;
  return below(one, other) ? -1 : below(other, one) ? 1 : 0;
}

function rangeText(range: Range | undefined): string {
  if (range === undefined || range.low === range.high) return range?.low ?? "0";
  return `${range.low} – ${range.high ?? "unknown"}`;
}

/** A month in which two plans cross, with the fewest events found. */
export interface Crossing {
  readonly originalEvents: number;
  readonly exhibit: Exhibit<PlansCase>;
  readonly run: number;
}

/** For each pair of plans a month in which they cross, where one is found: at most half the months of the run are tried. */
export async function plansThatCross(subject: Subject, options: ExploreOptions): Promise<readonly Crossing[]> {
  const crossings: Crossing[] = [];
  for (const [index, plans] of planPairs.entries()) {
    const seed = (options.seed + index) | 0;
    const cases = drawCases(plansNeverCross, { seed, runs: Math.max(1, Math.ceil(options.runs / 6)) });
    for (const [run, { month }] of cases.entries()) {
      const found = await crossingIn({ month, plans }, subject);
      await options.pause?.(run + 1);
      if (found === undefined) continue;
      crossings.push({ originalEvents: month.events.length, exhibit: found, run: run + 1 });
      break;
    }
  }
  return crossings;
}

/** Tells the events one after the other until the plans change places, then leaves out what that does not need. */
async function crossingIn(given: PlansCase, subject: Subject): Promise<Exhibit<PlansCase> | undefined> {
  const { plans, month } = given;
  const bare = under(plans[0], month);
  const at = (count: number) => ({ plans, month: { ...bare, events: month.events.slice(0, count) } });
  for (let count = 1; count <= month.events.length; count += 1) {
    const exhibit = await judge(plansNeverCross, at(count), subject);
    if (exhibit.verdict.outcome === "broken") return lean(exhibit, subject);
  }
  return undefined;
}

/** Leaves out whatever the crossing does not need. */
async function lean(found: Exhibit<PlansCase>, subject: Subject): Promise<Exhibit<PlansCase>> {
  let best = found;
  for (let again = true; again; ) {
    again = false;
    for (const month of withoutOneThing(best.given.month)) {
      const exhibit = await judge(plansNeverCross, { ...best.given, month }, subject);
      if (exhibit.verdict.outcome !== "broken") continue;
      best = exhibit;
      again = true;
      break;
    }
  }
  return best;
}
