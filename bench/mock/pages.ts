/**
 * Pages of Usage Records beside a bare Hono app that returns the same bytes prebuilt, in one process: first while the
 * world stands still, then with its clock going on a minute ten times a second. `node bench/mock/pages.ts [ROUNDS]`
 */
import { assert, decimal, instant, month } from "@flexbill/kernel";
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
const rounds = Number(process.argv[2] ?? 7);
const advanceEveryMilliseconds = 100;
const aMinute = decimal(60);

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
  return { world, clock };
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

/** Milliseconds of this thread's own work, so that other programs of the machine do not count; else of the wall clock. */
const now =
  typeof process.threadCpuUsage === "function"
    ? () => {
        const { user, system } = process.threadCpuUsage();
        return (user + system) / 1000;
      }
    : () => performance.now();

interface Figures {
  readonly perSecond: number;
  readonly p99: number;
}

/** Asks for every page in turn; `between` is called before each with the milliseconds that went by. */
async function measure(app: Hono, pages: readonly Page[], between = (_: number): void => undefined): Promise<Figures> {
  const times: number[] = [];
  const begin = now();
  for (const { path, headers } of pages) {
    between(now());
    const start = performance.now();
    await (await app.request(path, { headers })).arrayBuffer();
    times.push(performance.now() - start);
  }
  const perSecond = (pages.length / (now() - begin)) * 1000;
  return { perSecond, p99: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0 };
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const { world, clock } = busyWorld();
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

let advanced = 0;
/** Moves the clock where a tenth of a second went by since it was moved. */
function advance(at: number): void {
  if (at - advanced < advanceEveryMilliseconds) return;
  advanced = at;
  clock.advance(aMinute);
}

const theirs: Figures[] = [];
const still: Figures[] = [];
const moving: Figures[] = [];
for (const contestant of [bare, app]) await measure(contestant, pages);
for (let round = 0; round < rounds; round += 1) {
  theirs.push(await measure(bare, pages));
  still.push(await measure(app, pages));
}
for (let round = 0; round < rounds; round += 1) moving.push(await measure(app, pages, advance));

const row = (figures: readonly Figures[]) => ({
  "pages a second": Math.round(median(figures.map(({ perSecond }) => perSecond))),
  "p99 ms": Number(median(figures.map(({ p99 }) => p99)).toFixed(3)),
});
console.table({ bare: row(theirs), "mock, standing still": row(still), "mock, advancing": row(moving) });
const paired = (ours: readonly Figures[], of: (ours: Figures, theirs: Figures) => number) =>
  median(ours.map((each, round) => of(each, theirs[round] ?? each)));
const wanted: readonly (readonly [string, number, "at least" | "at most", number])[] = [
  ["standing still, times as many pages as the bare app", paired(still, speed), "at least", 0.6],
  ["advancing, times as many pages as the bare app", paired(moving, speed), "at least", 0.4],
  ["standing still, times the bare app's p99", paired(still, (ours, bare) => ours.p99 / bare.p99), "at most", 2],
];

function speed(ours: Figures, bare: Figures): number {
  return ours.perSecond / bare.perSecond;
}

console.log(`${pages.length} pages a round, ${rounds} rounds, medians of the ratios round by round:`);
for (const [what, ratio, bound, limit] of wanted) {
  const kept = bound === "at least" ? ratio >= limit : ratio <= limit;
  console.log(`  ${ratio.toFixed(2)} ${what} (${bound} ${limit})${kept ? "" : "  NOT KEPT"}`);
  if (!kept) process.exitCode = 1;
}
