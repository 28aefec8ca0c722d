import { type Charge, type Invoice, type RatingRequest, rateEvents } from "@flexbill/charges";
import {
  add,
  calendar,
  compare,
  type Exact,
  formatExact,
  isBefore,
  minorUnits,
  parseExact,
  round,
  zero,
} from "@flexbill/kernel";
import { categoryById, totalPrice } from "@flexbill/twilio";
import { createMock } from "../src/index.ts";
import { settledAmount } from "../src/world/attribution.ts";
import { beginOf } from "../src/world/event-log.ts";
import { type DayParts, monthParts } from "../src/world/month-parts.ts";
import { ratingIn } from "../src/world/true-terms.ts";
import type { World } from "../src/world/world.ts";
import { account, authorization, worldOf } from "./worlds.ts";

/** Both sides of an equation, and what it is about. */
export type Equation = readonly [about: string, left: string, right: string];

/** Places at which two sums of prices are compared: an endless fraction is cut eighteen places after its point. */
const places = 15;

/** A month played into a world, with what the world would bill for it and what its user expects. */
export interface Played {
  readonly request: RatingRequest;
  readonly world: World;
  readonly truth: Invoice;
  readonly users: Invoice;
  readonly days: readonly DayParts[];
}

/** Plays a request into a world of its own true terms. */
export function played(request: RatingRequest, seed: number | undefined): Played {
  const world = worldOf(request, undefined, seed);
  const { month, contract, priceBook, events } = request;
  const main = world.main;
  const asOf = calendar(contract.timeZone).period(month).end;
  const invoice = (list: RatingRequest["events"], rating: Pick<RatingRequest, "contract" | "priceBook">): Invoice => {
    // A fee event of a later month may stand for a message's own fee; at the end of this month nobody knows of it.
    const known = list.filter((each) => isBefore(beginOf(each), asOf));
    const rated = rateEvents(known, { ...rating, month });
    if (!rated.ok) throw new Error(JSON.stringify(rated.issues));
    return rated.value;
  };
  return {
    request,
    world,
    truth: invoice(main.log.all(), ratingIn(main.terms, month)),
    users: invoice(events, { contract, priceBook }),
    days: monthParts(main, month, asOf),
  };
}

/** Line by line: the parts of all days, and the amount before it was rounded under the true terms. */
export function lineEquations({ truth, days }: Played): readonly Equation[] {
  const sums = new Map<string, Exact>();
  for (const { line, amount } of days.flatMap(({ parts }) => parts)) bump(sums, line, amount);
  return truth.charges.map((charge) => {
    const line = `${charge.id} ${charge.currency}`;
    return [line, shown(sums.get(line) ?? zero), shown(settledAmount(charge))];
  });
}

/** What the client reads, day by day and leaf by leaf, and what the days added to the lines of that leaf. */
export async function servedEquations({ world, days }: Played): Promise<readonly Equation[]> {
  const whole = days.filter((day) => day.whole);
  const [first, last] = [whole[0]?.date, whole.at(-1)?.date];
  if (first === undefined || last === undefined) return [];
  const { app } = createMock(world);
  const own = whole.flatMap(({ date, parts }) => parts.map((part) => ({ date, ...part })));
  const leaves = new Set(own.map(({ category }) => category));
  leaves.delete("");
  const equations: Equation[] = [];
  for (const leaf of [...leaves, totalPrice]) {
    const query = `StartDate=${first}&EndDate=${last}&PageSize=7&Category=${leaf}`;
    for (const { start_date: date, price, price_unit: unit } of await rowsOf(app, `/Daily.json?${query}`)) {
      const of = own.filter((part) => part.date === date && (leaf === totalPrice || part.category === leaf));
      equations.push([`${date} ${leaf}`, shown(exact(price)), shown(sumOf(of, unit))]);
    }
  }
  return equations;
}

/** Every category of the account over the common days at once: leaves from the days, roll-ups from their leaves. */
export async function rolledUpEquations({ world, days }: Played): Promise<readonly Equation[]> {
  const whole = days.filter((day) => day.whole);
  const range = `StartDate=${whole[0]?.date}&EndDate=${whole.at(-1)?.date}&PageSize=1000`;
  const { app } = createMock(world);
  const rows = await rowsOf(app, `.json?${range}`);
  const parts = whole.flatMap((day) => day.parts);
  const holds = (category: string, leaf: string) =>
    category === totalPrice || category === leaf || categoryById(leaf)?.containers.includes(category) === true;
  return rows.map(({ category, price, price_unit: unit }) => {
    const inside = parts.filter((part) => holds(category, part.category));
    return [category, shown(exact(price)), shown(sumOf(inside, unit))];
  });
}

/** The lines of the user's invoice that do not contain what Twilio bills; each with both amounts. */
export function notContained({ truth, users }: Played): readonly string[] {
  // What one calls a breach, another who does not know the limit finds inside the excess.
  const key = ({ kind, product, currency }: Charge) => {
    // Free hours are worth nothing to one who does not know what an hour costs.
    if (kind === "license" || kind === "credit") return `licence ${product} ${currency}`;
    const isExcess = (kind === "breach" || kind === "overage") && !isLimited(product);
    return `${isExcess ? "excess" : kind} ${product} ${currency}`;
  };
  const isLimited = (product: string) =>
    users.charges.some((each) => each.kind === "included" && each.product === product);
  const groups = Map.groupBy(users.charges, key);
  const isRange = users.charges.some(({ amount }) => amount.low !== amount.high);
  return [...Map.groupBy(truth.charges, key)].flatMap(([name, lines]) => {
    // formats.md: the minimum is drawn from the upper ends, so beside a range it is the least that may come.
    if (lines[0]?.kind === "commitment" && isRange) return [];
    const theirs = groups.get(name) ?? [];
    const amount = sumExact(lines.map(settledAmount));
    const low = sumExact(theirs.map((line) => exact(line.amount.low)));
    const isOpen = theirs.some((line) => line.amount.high === null);
    const { currency = "USD" } = lines[0] ?? {};
    const cent = exact(`1e-${minorUnits(currency)}`);
    const high = sumExact(theirs.map((line) => exact(line.amount.high ?? "0")));
    const tolerance = sumExact(theirs.map(() => cent));
    if (compare(add(amount, tolerance), low) >= 0 && (isOpen || compare(amount, add(high, tolerance)) <= 0)) return [];
    return [`${name}: ${formatExact(amount)} is not within ${formatExact(low)} and ${formatExact(high)}`];
  });
}

const records = `/2010-04-01/Accounts/${account}/Usage/Records`;

interface Row {
  readonly category: string;
  readonly start_date: string;
  readonly price: string;
  readonly price_unit: string;
}

/** The rows of a list, over all pages. */
async function rowsOf(app: ReturnType<typeof createMock>["app"], list: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let next: string | null = `${records}${list}`; next !== null; ) {
    const response = await app.request(next, { headers: authorization });
    if (response.status !== 200) throw new Error(`${next} is ${response.status}`);
    const page = (await response.json()) as { usage_records: readonly Row[]; next_page_uri: string | null };
    rows.push(...page.usage_records);
    next = page.next_page_uri;
  }
  return rows;
}

/** Amounts are never converted: a row shows one currency, and is compared in it. */
function sumOf(parts: readonly { readonly amount: Exact; readonly currency: string }[], unit: string): Exact {
  return sumExact(parts.filter(({ currency }) => currency === unit.toUpperCase()).map(({ amount }) => amount));
}

function sumExact(values: readonly Exact[]): Exact {
  return values.reduce((sum, each) => add(sum, each), zero as Exact);
}

function bump(into: Map<string, Exact>, key: string, amount: Exact): void {
  into.set(key, add(into.get(key) ?? zero, amount));
}

function shown(value: Exact): string {
  return formatExact(round(value, places, "half-up"));
}

function exact(text: string): Exact {
  const parsed = parseExact(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}
