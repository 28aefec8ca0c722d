/**
 * What a world takes to hold 100 accounts with a year of 60 accruing categories, every category on every day:
 * `node --expose-gc bench/mock/memory.ts [ACCOUNTS] [DAYS]`.
 */
import { assert, decimal, formatInstant, fromEpochMilliseconds, instant } from "@flexbill/kernel";
import { createMock, createTestClock, createWorld } from "@flexbill/mock";
import { products, shippedBook, unitsOf } from "@flexbill/products";
import { parseContract } from "@flexbill/terms";
import { categoryOf, usageCategories } from "@flexbill/twilio";
import type { FlexEvent } from "@flexbill/usage";

const [accounts = 100, days = 365] = process.argv.slice(2).map(Number);
const wanted = 60;
const limitMegabytes = 500;
const begin = Date.UTC(2025, 0, 1);
const day = 86_400_000;

interface Used {
  readonly product: string;
  readonly unit: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

const variants: readonly Used["dimensions"][] = [
  {},
  { direction: "inbound" },
  { channel: "mms" },
  { channel: "rcs" },
  ...["toll-free", "short-code", "mobile"].map((numberType) => ({ numberType })),
];

/** Usage that shows in categories of its own, until with their roll-ups there are sixty. */
function accruing() {
  const shown = new Set<string>(["totalprice"]);
  const chosen = new Map<string, Used>();
  for (const dimensions of variants)
    for (const { id: product } of products) {
      const category = categoryOf({ kind: "usage", product, dimensions });
      const [unit] = unitsOf(product);
      if (category === null || unit === undefined || chosen.has(category) || shown.size >= wanted) continue;
      const { containers = [] } = usageCategories.find(({ id }) => id === category) ?? {};
      for (const each of [category, ...containers]) shown.add(each);
      chosen.set(category, { product, unit, dimensions });
    }
  return { chosen: [...chosen.values()], categories: shown.size };
}

const { chosen, categories } = accruing();
const priceBook = shippedBook("twilio-us-2026-08");
const contract = parseContract({
  account: "AC00000000000000000000000000000001",
  currency: "USD",
  opened: "2025-01-01T00:00:00Z",
  plan: [{ model: "user-plus-usage", price: "30" }],
});
assert(contract.ok && priceBook !== undefined, "What is measured must be there");

const clock = createTestClock(instant("2025-01-01T00:00:00Z"));
const world = createWorld({ contract: contract.value, priceBook, events: [], truth: 7, now: clock.now });
while (world.accounts.size < accounts) world.openSubaccount(world.main);
const used = () => {
  globalThis.gc?.();
  const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage();
  return { rss, held: heapUsed + external, arrayBuffers };
};
const first = used();
const { app } = createMock(world);

/** Each account uses each product once a day, so much of it that every day is another sum. */
function* usageOf(date: number): Generator<FlexEvent> {
  for (const [account] of world.accounts)
    for (const [index, { product, unit, dimensions }] of chosen.entries()) {
      const at = formatInstant(fromEpochMilliseconds(begin + date * day + index * 60_000));
      const quantity = String(1 + ((date * 31 + index * 7) % 97));
      const data = { product, unit, quantity, at, user: null, dimensions };
      const id = `${date}/${index}`;
      yield { specversion: "1.0", id, source: `/bench/${account}`, type: "dev.flexbill.usage", subject: account, data };
    }
}

async function page(account: string, path: string): Promise<string> {
  const authToken = world.accounts.get(account)?.authToken;
  const headers = { Authorization: `Basic ${btoa(`${account}:${authToken}`)}` };
  return (await app.request(`/2010-04-01/Accounts/${account}/Usage/Records${path}`, { headers })).text();
}

const started = performance.now();
for (let date = 0; date < days; date += 1) {
  for (const event of usageOf(date)) world.happened(event);
  clock.advance(decimal(86_400));
  if (new Date(begin + (date + 1) * day).getUTCDate() === 1 || date === days - 1)
    for (const account of world.accounts.keys()) await page(account, ".json?PageSize=1000&IncludeSubaccounts=false");
}
const seconds = (performance.now() - started) / 1000;
const last = used();
const megabytes = (bytes: number) => Math.round(bytes / 1_000_000);
console.table({
  accounts: world.accounts.size,
  days,
  categories,
  events: accounts * days * chosen.length,
  "held before, MB": megabytes(first.held),
  "held, MB": megabytes(last.held),
  "resident, MB": megabytes(last.rss),
  "seconds to play": Math.round(seconds),
});
if (megabytes(last.held) >= limitMegabytes) process.exitCode = 1;
