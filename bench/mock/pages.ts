/** Pages of Usage Records beside a bare Hono app that returns the same bytes prebuilt: `node bench/mock/pages.ts`. */
import { assert, instant, month } from "@flexbill/kernel";
import { createMock, createTestClock, createWorld } from "@flexbill/mock";
import { shippedBook } from "@flexbill/products";
import { createRun, profileById } from "@flexbill/simulator";
import { parseContract } from "@flexbill/terms";
import { Hono } from "hono";

interface Page {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const accounts = 20;
const lists = ["", "/AllTime", "/Daily", "/Monthly", "/Yearly", "/Today", "/Yesterday", "/ThisMonth", "/LastMonth"];
const filters = ["Category=sms", "StartDate=2026-01-05&EndDate=2026-01-28", "IncludeSubaccounts=false"];
const pagesOfList = 4;
const rounds = 7;

function busyWorld() {
  const priceBook = shippedBook("twilio-us-2026-08");
  const profile = profileById("demo");
  const contract = parseContract({
    account: "AC00000000000000000000000000000001",
    currency: "USD",
    timeZone: "UTC",
    plan: [{ model: "active-user-hour", from: "2025-04-01", price: "1.00" }],
  });
  assert(contract.ok && priceBook !== undefined && profile !== undefined, "What is measured must be there");
  const { events } = createRun(profile, { month: month("2026-01"), seed: 7, timeZone: "UTC" });
  const clock = createTestClock(instant("2026-01-28T12:00:30Z"));
  const world = createWorld({ contract: contract.value, priceBook, events, now: clock.now });
  for (let made = 1; made < accounts; made += 1) world.openSubaccount(world.main);
  return world;
}

/** All that is asked for: each list of each account, filtered and not, and the pages that follow. */
async function mix(app: Hono, bases: readonly Page[]): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for (const { path, headers } of bases) {
    let next: string | null = path;
    for (let count = 0; next !== null && count < pagesOfList; count += 1) {
      pages.push({ path: next, headers });
      const response: Response = await app.request(next, { headers });
      assert(response.status === 200, `A page must be there: ${next}`);
      ({ next_page_uri: next } = (await response.json()) as { next_page_uri: string | null });
    }
  }
  return pages;
}

/** The answer of each page, made before, behind the least that Hono does. */
async function prebuilt(app: Hono, pages: readonly Page[]): Promise<Hono> {
  const answers = new Map<string, readonly [Uint8Array<ArrayBuffer>, Record<string, string>]>();
  for (const { path, headers } of pages) {
    const response = await app.request(path, { headers });
    answers.set(`http://localhost${path}`, [
      new Uint8Array(await response.arrayBuffer()),
      Object.fromEntries(response.headers),
    ]);
  }
  return new Hono().get("*", (c) => {
    const [bytes, headers] = answers.get(c.req.url) ?? [];
    return bytes === undefined ? c.notFound() : new Response(bytes, { ...(headers && { headers }) });
  });
}

async function measure(app: Hono, pages: readonly Page[]) {
  const times: number[] = [];
  const begin = performance.now();
  for (const { path, headers } of pages) {
    const start = performance.now();
    await (await app.request(path, { headers })).arrayBuffer();
    times.push(performance.now() - start);
  }
  const perSecond = (pages.length / (performance.now() - begin)) * 1000;
  return { perSecond, p99: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0 };
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const world = busyWorld();
const app = createMock(world).app as unknown as Hono;
const bases = [...world.accounts.values()].flatMap(({ sid, authToken }) =>
  lists.flatMap((list) =>
    ["", ...filters].map((filter) => ({
      path: `/2010-04-01/Accounts/${sid}/Usage/Records${list}.json${filter === "" ? "" : `?${filter}`}`,
      headers: { Authorization: `Basic ${btoa(`${sid}:${authToken}`)}` },
    })),
  ),
);
const pages = await mix(app, bases);
const bare = await prebuilt(app, pages);
const ours: { perSecond: number; p99: number }[] = [];
const theirs: { perSecond: number; p99: number }[] = [];
for (let round = 0; round < rounds; round += 1) {
  theirs.push(await measure(bare, pages));
  ours.push(await measure(app, pages));
}
const of = (figures: typeof ours) => ({
  "pages a second": Math.round(median(figures.map(({ perSecond }) => perSecond))),
  "p99 ms": median(figures.map(({ p99 }) => p99)).toFixed(3),
});
console.table({ bare: of(theirs), mock: of(ours) });
const ratio = median(ours.map(({ perSecond }, round) => perSecond / (theirs[round]?.perSecond ?? perSecond)));
console.log(
  `${pages.length} pages; the mock serves ${ratio.toFixed(2)} times what the bare app does (at least 0.6 is wanted)`,
);
if (ratio < 0.6) process.exitCode = 1;
