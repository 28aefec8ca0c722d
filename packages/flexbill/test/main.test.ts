import { expect, test } from "vitest";
import type { Host } from "../src/host.ts";
import { main } from "../src/main.ts";
import { contract, createFolder, presence } from "./command.ts";

const folder = createFolder();
folder.write("flexbill.yaml", contract);
folder.write("events.ndjson", `${presence("1")}\n`);

interface Told {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process, with a world of the test's own. */
async function run(args: readonly string[], world: Partial<Host> = {}): Promise<Told> {
  const [out, err]: [string[], string[]] = [[], []];
  const sink = (texts: string[]) => ({
    write: (text: string) => void texts.push(text),
    isTerminal: false,
    columns: undefined,
  });
  const host: Host = {
    out: sink(out),
    err: sink(err),
    stdin: (async function* () {})(),
    env: {},
    cwd: folder.path,
    version: "1.2.3",
    now: () => Date.UTC(2025, 5, 2),
    waitForStop: () => Promise.resolve("SIGTERM"),
    onStop: () => () => undefined,
    ...world,
  };
  const status = await main(args, host);
  return { status, out: out.join(""), err: err.join("") };
}

test.for([
  [["rate", "--month", "2025-05"], "No events: "],
  [["rate", "--events", "events.ndjson"], "No month: "],
  [["rate", "--events", "events.ndjson", "--month", "2025-13"], '--month: "2025-13" is no month'],
  [["rate", "--month"], "--month needs a value"],
  [["simulate", "demo"], "No month: "],
  [["simulate", "clinc", "--month", "2025-05"], "did you mean clinic?"],
  [["simulate", "demo", "--month", "2025-05", "--account", "AC1"], "is no account SID"],
  [["simulate", "demo", "--show", "contract"], "ships no contract"],
  [["simulate", "demo", "--show", "contrct"], "wanted one of profile, contract"],
  [["rate", "--lang", "fr"], '--lang: "fr" is not possible; wanted one of en, ja'],
  [
    ["rate", "--events", "events.ndjson", "--month", "2025-05", "--prices", "twilio-mars"],
    "wanted a file or one of twilio-us-2026-08",
  ],
  [["rate", "--format", "xml"], '"xml" is not possible; wanted one of text, json, csv'],
  [["rate", "--evnts", "x"], "There is no option --evnts; did you mean --events?"],
  [["rote"], 'There is no command "rote"; did you mean rate?'],
  [["simulate", "zoo", "--month", "2025-05"], 'There is no profile "zoo"'],
  [["terms", "show", "T-99"], 'There is no clause "T-99"'],
  [["explain", "license/none", "--events", "events.ndjson", "--month", "2025-05"], "license/flex-active-user-hour"],
] as const)("%j is not understood, and says why in a sentence", async ([args, message]) => {
  const { status, out, err } = await run(args);
  expect([status, out]).toEqual([2, ""]);
  expect(err).toContain(message);
  expect(err).not.toMatch(/\n\s+at /);
});

test("the version and the help of every command are told on standard output", async () => {
  expect(await run(["--version"])).toEqual({ status: 0, out: "1.2.3\n", err: "" });
  const { out } = await run(["--help"]);
  for (const command of ["rate", "explain", "meter", "simulate", "catalog", "terms", "mock", "demo"]) {
    expect(out).toMatch(new RegExp(`^  ${command} +\\S`, "m"));
    const help = await run([command, "--help", "--lang", "ja"]);
    expect([help.status, help.err]).toEqual([0, ""]);
    expect(help.out).toMatch(/^使い方$/m);
  }
});

test("help shows command lines to copy", async () => {
  expect((await run(["rate", "--help"])).out).toMatch(/EXAMPLES\n {2}flexbill rate --events/);
});

test("products are found by their mistranslation too", async () => {
  expect(await run(["catalog", "議事録"])).toMatchObject({ status: 0, out: expect.stringMatching(/^video /m) });
  expect(await run(["catalog", "no such thing"])).toMatchObject({
    status: 1,
    out: "",
    err: 'Nothing found for "no such thing"\n',
  });
});

test("a price book is checked, and one that contradicts itself is a no", async () => {
  const entry = (match: string) => `- { product: sms-outbound, unit: segment, match: { ${match} }, price: "0.01" }\n`;
  folder.write("book.yaml", entry("country: US") + entry("numberType: local"));
  expect(await run(["catalog", "check", "twilio-us-2026-08"])).toMatchObject({ status: 0, err: "" });
  expect(await run(["catalog", "check", "book.yaml"])).toMatchObject({
    status: 1,
    out: "",
    err: expect.stringContaining("schema.price-ambiguous"),
  });
});

test("clauses are listed, shown and compared in both languages", async () => {
  expect((await run(["terms", "list"])).out.match(/^T-\d\d/gm)).toHaveLength(57);
  expect((await run(["terms", "show", "t-43"])).out).toMatch(/^T-43 {2}Nothing moves between users/);
  expect((await run(["terms", "diff", "before-2025-04-01", "2025-04-01", "--lang", "ja"])).out).toContain("不明");
  expect((await run(["terms", "diff", "2025-04-01", "2025-04-01"])).out).toBe("The editions are the same\n");
});

test("what binds an account is told from its contract", async () => {
  expect((await run(["terms", "applies"])).out).toMatch(/English text: +(yes|no|unknown) · /);
  expect((await run(["terms", "report"])).out).toMatch(/^T-57/m);
});

test("the demo prints an invoice with an upper bound, marks what is invented, serves and stops", {
  timeout: 60_000,
}, async () => {
  const { status, out } = await run(["demo", "--port", "0"]);
  expect(status).toBe(143);
  expect(out).toContain("Invoice for May 2025");
  expect(out).toMatch(/^Total USD +[\d,.]+ – [\d,.]+$/m);
  expect(out).not.toContain("no upper bound");
  expect(out).toMatch(/Voice JavaScript SDK\*†/);
  expect(out).toMatch(/^ {2}\* Voice JavaScript SDK: 0\.004 USD \/ min$/m);
  expect(out).toMatch(/listens on http:\/\/127\.0\.0\.1:\d+, with 2025-05 in it/);
});

test("simulated events are the same for the same seed, and their figures are told apart from them", {
  timeout: 60_000,
}, async () => {
  const args = ["simulate", "demo", "--month", "2025-02", "--seed", "7"];
  const one = await run([...args, "--stats"]);
  expect(one.out).toBe((await run(args)).out);
  expect(one.err).toMatch(/^users: 12$/m);
  expect(one.out.split("\n", 1)[0]).toContain('"source":"/simulator/demo/7/2025-02"');
});

test("a terminal gets colours and its width, unless NO_COLOR forbids them", async () => {
  const told: string[] = [];
  const out = { write: (text: string) => void told.push(text), isTerminal: true, columns: 100 };
  const args = ["rate", "--events", "events.ndjson", "--month", "2025-05"];
  await run(args, { out });
  expect(told.join("")).toContain("\u001b[1m");
  told.length = 0;
  await run(args, { out, env: { NO_COLOR: "1" } });
  expect(told.join("")).not.toContain("\u001b[");
  expect(told.join("")).toContain("─".repeat(100));
});

test("a fault of ours is told with how to report it, and one of the system as the system's", async () => {
  const broken = {
    write: () => {
      throw new TypeError("broken on purpose");
    },
    isTerminal: false,
    columns: undefined,
  };
  const fault = await run(["catalog"], { out: broken });
  expect(fault.status).toBe(70);
  expect(fault.err).toMatch(/fault of its own: broken on purpose\nPlease report it/);
  expect(await run(["catalog", "-o", "no/such/folder/x.txt"])).toMatchObject({
    status: 3,
    err: expect.stringContaining("The system said no: ENOENT"),
  });
});
