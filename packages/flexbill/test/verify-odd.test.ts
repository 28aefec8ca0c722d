import { join } from "node:path";
import { Readable } from "node:stream";
import { type AnswerLine, isFailure, law, type RatingRequest, runSuite } from "@flexbill/invariants";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Host } from "../src/host.ts";
import { openAdapter } from "../src/verify/open-adapter.ts";
import { wordsOf } from "../src/words.ts";
import { oddServer } from "./odd/server.ts";

const sink = { write: () => undefined, isTerminal: false, columns: undefined };
const host: Host = {
  out: sink,
  err: sink,
  stdin: Readable.from([]),
  env: {},
  cwd: join(import.meta.dirname, "odd"),
  version: "0.0.0",
  now: () => Date.now(),
  waitForStop: () => new Promise(() => undefined),
  onStop: () => () => undefined,
};

const account = "AC00000000000000000000000000000001";
const usage = { specversion: "1.0", source: "/test", type: "dev.flexbill.usage", subject: account } as const;
const widget = { product: "widgets", unit: "piece", quantity: "1", at: "2025-05-10T00:00:00Z", user: null };
const months = fc.nat({ max: 6 }).map((count): RatingRequest => {
  const events = Array.from({ length: count }, (_, n) => ({
    ...usage,
    id: `e${n}`,
    data: { ...widget, dimensions: {} },
  }));
  return { contract: { account, currency: "USD" }, events, month: "2025-05" };
});
const told = ({ currency, amount }: AnswerLine) => `${currency} ${amount.low}`;
const toy = (id: string) =>
  law<RatingRequest>({
    id,
    suite: "toy",
    sentence: { en: "Each event is a line of one dollar", ja: "イベントごとに1ドルの明細がある" },
    given: months,
    requests: (month) => [month],
    holds: ({ events }, [answer]) => {
      const expected = events.map(() => "USD 1").join();
      const actual = answer?.charges?.map(told).join() ?? "";
      return expected === actual ? [] : [{ line: "lines", expected, actual }];
    },
  });
const suite = [toy("toy.first"), toy("toy.second")];

/** What each law says of a rater that is odd in one way, as a message or as the lines that differ. */
async function toldOf(spec: string, way: string): Promise<readonly string[]> {
  process.env["ODD"] = way;
  const adapter = await openAdapter(spec, { host, words: wordsOf("en"), patience: 1500 });
  if (!adapter.ok) throw new Error(adapter.sentence);
  try {
    const runs = await runSuite(suite, adapter.value.open, { runs: 60, seed: 3 });
    return runs.filter(isFailure).map((run) => {
      if (run.outcome !== "failed") return run.outcome;
      const { verdict } = run.failure.exhibit;
      if (verdict.outcome === "trouble") return verdict.message;
      if (verdict.outcome === "holds") return "holds";
      return verdict.findings
        .map(({ line, expected, actual }) => `${line}: expected ${expected}, actual ${actual}`)
        .join();
    });
  } finally {
    adapter.value.close();
  }
}

const differ = /^lines: expected USD 1(,USD 1)*, actual/;
const ways = [
  [
    "throws",
    {
      module: /^no such plan$/,
      cmd: /^the rater ended: exit status 1: .*no such plan/s,
      http: /^the address answered 500, wanted 200: Error: no such plan$/,
    },
  ],
  [
    "hangs",
    { module: /^no answer within 1500 ms$/, cmd: /^no answer within 1500 ms$/, http: /^no answer within 1500 ms$/ },
  ],
  [
    "garbage",
    {
      module: /^the answer is "garbage", wanted an invoice$/,
      cmd: /^an answer that belongs to no request: garbage$/,
      http: /^the address answered no JSON: garbage$/,
    },
  ],
  ["wrong currency", { module: differ, cmd: differ, http: differ }],
  ["extra lines", { module: differ, cmd: differ, http: differ }],
  ["missing lines", { module: differ, cmd: differ, http: differ }],
  [
    "numbers instead of strings",
    {
      module: /: low is 1, wanted a decimal in quotes$/,
      cmd: /: low is 1, wanted a decimal in quotes$/,
      http: /: low is 1, wanted a decimal in quotes$/,
    },
  ],
  [
    "dies in the middle",
    {
      module: /^the rater ended: exit status 3$/,
      cmd: /^the rater ended: exit status 3$/,
      http: /^the address cannot be asked: /,
    },
  ],
] as const;

describe("a rater that is right", { timeout: 60_000 }, () => {
  test.each(["./rater.ts", "cmd:node lines.ts"])("breaks no law as %s", async (spec) => {
    expect(await toldOf(spec, "")).toEqual([]);
  });

  test("breaks no law as an address", async () => {
    const { address, close } = await oddServer("");
    expect(await toldOf(address, "")).toEqual([]);
    close();
  });
});

describe.each(ways)("a rater: %s", { timeout: 60_000 }, (way, wanted) => {
  test("is told apart as a module, and the next law is run", async () => {
    const said = await toldOf("./rater.ts", way);
    expect(said).toHaveLength(2);
    for (const one of said) expect(one).toMatch(wanted.module);
  });

  test("is told apart as a command, and the next law is run", async () => {
    const said = await toldOf("cmd:node lines.ts", way);
    expect(said).toHaveLength(2);
    for (const one of said) expect(one).toMatch(wanted.cmd);
  });

  test("is told apart as an address, and the next law is run", async () => {
    const { address, close } = await oddServer(way);
    const said = await toldOf(address, way);
    close();
    expect(said).toHaveLength(2);
    for (const one of said) expect(one).toMatch(wanted.http);
  });
});
