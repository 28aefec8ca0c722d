/** Pages of three Usage Records of a young world and of an old one: `node bench/mock/age.ts`. */
import { assert, instant } from "@flexbill/kernel";
import { createMock, createTestClock, createWorld } from "@flexbill/mock";
import { shippedBook } from "@flexbill/products";
import { parseContract } from "@flexbill/terms";
import type { FlexEvent } from "@flexbill/usage";

const account = "AC00000000000000000000000000000001";
const products = [
  ["studio", "engagement"],
  ["taskrouter", "task"],
  ["functions", "invocation"],
  ["sms-outbound", "segment"],
] as const;
const lists = ["", "/AllTime", "/Daily", "/Monthly", "/Yearly", "/Today", "/Yesterday", "/ThisMonth", "/LastMonth"];
const day = 86_400_000;
const end = Date.UTC(2026, 0, 15, 12);
const rounds = 200;
const mostTimes = 1.5;

/** A world where every product was used on every day of so many. */
function worldOf(days: number) {
  const priceBook = shippedBook("twilio-us-2026-08");
  const opened = new Date(end - days * day).toISOString();
  const contract = parseContract({
    account,
    currency: "USD",
    opened,
    plan: [{ model: "user-plus-usage", price: "30" }],
  });
  assert(contract.ok && priceBook !== undefined, "What is measured must be there");
  const events: FlexEvent[] = [];
  for (let back = days - 1; back >= 0; back -= 1)
    for (const [product, unit] of products) {
      const at = new Date(end - back * day - day / 4).toISOString();
      const data = { product, unit, quantity: String(1 + (back % 7)), at, user: null, dimensions: {} };
      const id = `${back}/${product}`;
      events.push({ specversion: "1.0", id, source: "/bench", type: "dev.flexbill.usage", subject: account, data });
    }
  const clock = createTestClock(instant(new Date(end).toISOString()));
  return createMock(createWorld({ contract: contract.value, priceBook, events, now: clock.now })).app;
}

const headers = { Authorization: `Basic ${btoa(`${account}:${"0".repeat(32)}`)}` };
const pathOf = (list: string) =>
  `/2010-04-01/Accounts/${account}/Usage/Records${list}.json?Category=totalprice&PageSize=3`;

/** The median of a page's times, once its days are settled. */
async function median(app: ReturnType<typeof worldOf>, path: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await (await app.request(path, { headers })).arrayBuffer();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

const [young, old] = [worldOf(800), worldOf(3653)];
const rows = [];
for (const list of lists) {
  const of = { young: await median(young, pathOf(list)), old: await median(old, pathOf(list)) };
  rows.push({
    list: list || "/",
    "800 days, ms": of.young.toFixed(3),
    "3653 days, ms": of.old.toFixed(3),
    times: of.old / of.young,
  });
}
console.table(rows.map(({ times, ...row }) => ({ ...row, times: times.toFixed(2) })));
if (rows.some(({ times }) => times > mostTimes)) process.exitCode = 1;
