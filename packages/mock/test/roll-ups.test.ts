import { billingMonths } from "@flexbill/invariants";
import { add, type Exact, formatExact, parseExact, round, zero } from "@flexbill/kernel";
import { leavesIn, totalPrice, usageCategories, usageRecordLists } from "@flexbill/twilio";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createMock } from "../src/index.ts";
import { account, authorization, requestOf, worldOf } from "./worlds.ts";

interface Row {
  readonly category: string;
  readonly start_date: string;
  readonly price: string;
  readonly price_unit: string;
}

const lists = ["", ...Object.keys(usageRecordLists)];
const rollUps = usageCategories.map(({ id }) => id).filter((id) => id !== totalPrice && leavesIn(id)[0] !== id);
/** Places at which two sums are compared: an endless fraction is cut eighteen places after its point. */
const places = 15;

/** Months of any zone, currency, plan and events; their account is old enough to have been there. */
const generated = billingMonths().map((document) =>
  requestOf({ ...document, contract: { ...document.contract, opened: "2000-01-01T00:00:00Z" } }),
);

/** All rows of a list about a few days of the month; the ranges that are named take no days. */
async function rowsOf(app: ReturnType<typeof createMock>["app"], list: string, month: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const name = list === "" ? "" : `/${list}`;
  const query = `PageSize=1000&StartDate=${month}-04&EndDate=${month}-06`;
  for (
    let next: string | null = `/2010-04-01/Accounts/${account}/Usage/Records${name}.json?${query}`;
    next !== null;
  ) {
    const response = await app.request(next, { headers: authorization });
    expect([next, response.status]).toEqual([next, 200]);
    const page = (await response.json()) as { usage_records: readonly Row[]; next_page_uri: string | null };
    rows.push(...page.usage_records);
    next = page.next_page_uri;
  }
  return rows;
}

function exact(text: string): Exact {
  const parsed = parseExact(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

const shown = (value: Exact) => formatExact(round(value, places, "half-up"));

/** Each roll-up with its own price and with the sum of its leaves in its currency, of the rows of one range. */
function bothSides(rows: readonly Row[]): readonly (readonly [about: string, own: string, leaves: string])[] {
  const byCategory = new Map(rows.map((row) => [row.category, row]));
  return rollUps.flatMap((category) => {
    const own = byCategory.get(category);
    if (own === undefined) return [];
    const leaves = leavesIn(category).flatMap((leaf) => byCategory.get(leaf) ?? []);
    const same = leaves.filter(({ price_unit: unit }) => unit === own.price_unit);
    const sum = same.reduce<Exact>((all, { price }) => add(all, exact(price)), zero);
    return [[`${category} ${own.start_date}`, shown(exact(own.price)), shown(sum)] as const];
  });
}

const runs = Number(process.env["FC_RUNS"] ?? 20);

test(`in all nine lists a roll-up is what its leaves come to, in ${runs} generated months`, async () => {
  expect(lists).toHaveLength(9);
  const priced = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(generated, fc.nat({ max: 1_000_000 }), fc.boolean(), async (request, truth, ended) => {
      const at = ended ? undefined : `${request.month}-05T12:00:00Z`;
      const { app } = createMock(worldOf(request, at, truth));
      for (const list of lists) {
        const ranges = Map.groupBy(await rowsOf(app, list, request.month), ({ start_date: start }) => start);
        for (const [about, own, leaves] of [...ranges.values()].flatMap(bothSides)) {
          expect([list, about, own]).toEqual([list, about, leaves]);
          if (own !== "0") priced.set(list, (priced.get(list) ?? 0) + 1);
        }
      }
    }),
    { numRuns: runs, seed: 20_260_219 },
  );
  // Not zero beside zero: each list has shown a price.
  expect(lists.filter((list) => !priced.has(list))).toEqual([]);
});
