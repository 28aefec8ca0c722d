import { readdirSync } from "node:fs";
import { join } from "node:path";
import { faults, finders } from "@flexbill/invariants";
import { describe, expect, test } from "vitest";
import { faultyRater } from "../src/verify/faulty.ts";
import { wordsOf } from "../src/words.ts";
import { createFolder } from "./command.ts";

const folder = createFolder();
const verify = (...args: readonly string[]) => folder.run(["verify", ...args]);

/** Our own rater with one fault: the third parties' lines are left out. */
folder.write(
  "forgetful.mjs",
  `import { answerRequest } from ${JSON.stringify(join(import.meta.dirname, "../src/index.ts"))};
export const rate = (request) => {
  const answer = answerRequest(request);
  return { ...answer, charges: answer.charges.filter((line) => line.kind !== "third-party") };
};
`,
);

describe("flexbill verify", { timeout: 120_000 }, () => {
  test("finds every law to hold of our own rater", async () => {
    const { status, out } = await verify("--runs", "12", "--quiet");
    expect(out).toMatch(/^\d+ laws hold, 0 broken \(seed 1, [\d.]+ s\)$/m);
    expect(status).toBe(0);
  });

  test("shows a fault by its smallest month, keeps it, and asks it again", async () => {
    const { status, out } = await verify("third-party", "--adapter", "./forgetful.mjs", "--bail", "--runs", "200");
    expect(status).toBe(1);
    expect(out).toMatch(/original \d+ events, shrunk to [1-5]\n/);
    const [, token = ""] = /--replay (\S+)/.exec(out) ?? [];
    expect(readdirSync(join(folder.path, "flexbill-failures"))).toContain(`${token.replace("~", "-")}.json`);

    const again = await verify("--adapter", "./forgetful.mjs", "--replay", token);
    expect([again.status, again.out.includes("shrunk to")]).toEqual([1, true]);
    const mended = await verify("--replay", token);
    expect([mended.status, mended.out]).toEqual([0, expect.stringContaining("holds on the kept month now")]);
    const first = await verify("third-party", "--adapter", "./forgetful.mjs", "--runs", "1");
    expect([first.status, first.err.includes(token)]).toEqual([1, true]);
  });

  test("lists the shipped raters with one thing wrong, and the law that each breaks", async () => {
    const { status, out } = await verify("--adapter", "faulty:list");
    expect([status, out.trimEnd().split("\n").length]).toEqual([0, faults.length]);
    expect(out).toMatch(/^tiers\.volume +tiers\.graduated +The price of the tier reached is applied to every unit$/m);
    const listed = await verify("--adapter", "faulty:list", "--format", "json");
    expect(JSON.parse(listed.out)).toHaveLength(faults.length);
  });

  test.each(["tiers.volume", "presence.summed", "third-party.marked-up"])(
    "catches the shipped rater faulty:%s with at most five events",
    async (id) => {
      const law = finders[id] ?? "";
      const { status, out } = await verify(law, "--adapter", `faulty:${id}`, "--runs", "600", "--failures", id);
      expect(status).toBe(1);
      expect(out).toMatch(new RegExp(`✗ ${law}[^]*shrunk to [0-5]\n`));
      expect(out).toContain(`flexbill verify --adapter faulty:${id} --failures ${id} --replay ${law}~`);
    },
  );

  test("knows every shipped rater by its id, in any language of the message", () => {
    const raters = faults.map(({ id }) => faultyRater(id));
    expect(raters.map((found) => "rater" in found && found.rater.rate)).toEqual(faults.map(({ rate }) => rate));
    expect(wordsOf("ja").unknownFaulty("x", undefined)).toContain("faulty:list");
  });

  test("init writes an adapter that works, and its first failure is told", async () => {
    const { status, out } = await verify("init");
    expect([status, out]).toEqual([0, expect.stringContaining("flexbill verify --bail --adapter ./rater.mjs")]);
    expect((await verify("init")).status).toBe(2);
    const run = await verify("--bail", "--adapter", "./rater.mjs", "--runs", "60", "--failures", "mine");
    expect([run.status, run.out.includes("✗")]).toEqual([1, true]);
  });

  test("asks a command in another language, 64 months at a time", async () => {
    expect((await verify("init", "--language", "python")).status).toBe(0);
    const run = await verify("--adapter", "cmd:python3 rater.py", "--runs", "60", "--bail", "--failures", "python");
    expect([run.status, run.out.includes("cmd:python3 rater.py")]).toEqual([1, true]);
  });

  test.for([
    ["throws", "throw new Error('no such plan')", "no such plan"],
    ["answers garbage", "return 42", "the answer is 42, wanted an invoice"],
    ["gives numbers for money", "return { charges: [], totals: { USD: { low: 1, high: 2 } }, issues: [] }", "low is 1"],
  ] as const)("says what is wrong with a rater that %s, and goes on", async ([name, body, message]) => {
    folder.write(`${name}.mjs`, `export const rate = () => { ${body} };\n`);
    const { status, out } = await verify("--adapter", `./${name}.mjs`, "--runs", "5", "--failures", name);
    expect(status).toBe(1);
    expect(out).toContain(message);
    expect(out.match(/^✗/gm)?.length).toBeGreaterThan(3);
  });

  test("says how a command ended that dies in the middle", async () => {
    folder.write(
      "dies.mjs",
      `let heard = 0;
process.stdin.on("data", () => {
  heard += 1;
  if (heard === 1) return console.log('{"hello":1}');
  console.error("out of money");
  process.exit(3);
});
`,
    );
    const { status, out } = await verify(
      "--adapter",
      "cmd:node dies.mjs",
      "--runs",
      "5",
      "--bail",
      "--failures",
      "dies",
    );
    expect([status, out]).toEqual([1, expect.stringContaining("the rater ended: exit status 3: out of money")]);
  });

  test.for([
    [["--adapter", "./none.mjs"], "none.mjs'\n"],
    [["--adapter", "./no-rate.mjs"], 'The module "./no-rate.mjs" exports no function rate; wanted export const rate'],
    [["--adapter", "./torn.mjs"], 'The module "./torn.mjs" cannot be loaded: '],
    [["--adapter", "./leaves.mjs"], 'The module "./leaves.mjs" cannot be loaded: exit status 4'],
    [["--adapter", "./waits.mjs"], 'The module "./waits.mjs" cannot be loaded: '],
    [
      ["--adapter", "cmd:no-such-rater"],
      'The command "no-such-rater" ended before it was asked anything: exit status 127',
    ],
    [["--adapter", "cmd:node leaves.mjs"], "ended before it was asked anything: exit status 4"],
    [
      ["--adapter", "http://127.0.0.1:9/rate"],
      'Nobody answers at "http://127.0.0.1:9/rate": the address cannot be asked: ',
    ],
    [["--patience", "0"], '"0" is no time; wanted seconds such as 10 or 0.5'],
    [["nosuchsuite"], 'There is no law or suite "nosuchsuite"'],
    [["--runs", "0"], "wanted a whole number from 1"],
    [["--shard", "3/2"], '"3/2" is no part of a run'],
    [["--replay", "x~1"], 'There is no failure "x~1"'],
    [["--adapter", "faulty:tiers.volum"], 'There is no faulty rater "tiers.volum", did you mean "tiers.volume"; list'],
    [["--adapter", "faulty:"], 'There is no faulty rater ""; list them with flexbill verify --adapter faulty:list'],
  ] as const)("%j is not understood", async ([args, message]) => {
    folder.write("no-rate.mjs", "export const price = 1;");
    folder.write("torn.mjs", "export const rate = (request => {");
    folder.write("leaves.mjs", "process.exit(4);");
    folder.write("waits.mjs", "await new Promise(() => {}); export const rate = () => {};");
    const { status, err } = await verify(...args);
    expect([status, err]).toEqual([2, expect.stringContaining(message)]);
  });

  test("writes JUnit for a machine to read", async () => {
    const { status } = await verify("third-party", "--runs", "5", "--format", "junit", "-o", "report.xml");
    expect(status).toBe(0);
    expect(folder.read("report.xml")).toMatch(/<testsuite name="third-party" tests="\d+" failures="0"/);
  });
});
