import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readYaml } from "@flexbill/documents";
import { lawsOfAMonth, type Subject } from "@flexbill/invariants";
import { plainRate } from "@flexbill/invariants/plain-rater";
import { describeIssue } from "@flexbill/kernel";
import { readStory, storyJsonSchema } from "@flexbill/simulator";
import { describe, expect, test } from "vitest";
import { playStory } from "../src/scenario/play-story.ts";
import { storiesAsText } from "../src/scenario/render.ts";
import { ownRater } from "../src/verify/own-rater.ts";
import { wordsOf } from "../src/words.ts";
import { createFolder } from "./command.ts";

const shipped = join(import.meta.dirname, "../../../scenarios");
const names = readdirSync(shipped)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.replace(".yaml", ""));
/** Each story with one place of it changed, and what is said of it then. */
const twins: readonly { readonly story: string; readonly change: readonly [string, string]; readonly says: string }[] =
  JSON.parse(readFileSync(join(import.meta.dirname, "broken-twins.json"), "utf8"));
const textOf = (name: string): string => readFileSync(join(shipped, `${name}.yaml`), "utf8");
const laws = lawsOfAMonth().map(({ id }) => id);

const bookId = "twilio-us-2026-08";
const book = JSON.parse(readFileSync(join(import.meta.dirname, `../../../fixtures/pricebook/${bookId}.json`), "utf8"));
const secondRater: Subject = {
  name: "the second rater",
  rate: (request) => plainRate(request, new Map([[bookId, book]])),
};

/** What the command says of a story's text. */
async function played(name: string, text: string, rater: Subject = ownRater): Promise<string> {
  const document = readYaml(text, { file: name });
  if (!document.ok) return document.issues.map((issue) => describeIssue(issue, "en")).join("\n");
  const story = readStory(document.value, { laws });
  if (!story.ok) return story.issues.map((issue) => `${issue.path}: ${describeIssue(issue, "en")}`).join("\n");
  const { issues, ...outcome } = await playStory({ story: story.value, document: document.value }, rater, {
    runs: 12,
    seed: 1,
    laws,
  });
  expect(issues).toEqual([]);
  return storiesAsText([{ file: name, story: story.value, ...outcome }], wordsOf("en"));
}

describe("the shipped stories", () => {
  test.each(names)("%s holds", async (name) => {
    expect(await played(name, textOf(name))).toMatch(/^✓ .*\n1 story holds, 0 broken\n$/);
  });

  test.each(names)("%s holds by the second rater", async (name) => {
    expect(await played(name, textOf(name), secondRater)).toMatch(/^✓ .*\n1 story holds, 0 broken\n$/);
  });

  test("tell of every clause about charges, from T-07 to T-48", () => {
    const told = names.flatMap((name) => /^clauses:\s+\[([^\]]*)\]/m.exec(textOf(name))?.[1]?.match(/T-\d\d/g) ?? []);
    const wanted = Array.from({ length: 42 }, (_, index) => `T-${String(index + 7).padStart(2, "0")}`);
    expect(wanted.filter((clause) => !told.includes(clause))).toEqual([]);
  });

  test.each(twins)("$story broken in one place fails for that reason: $says", async ({ story, change, says }) => {
    const [from, to] = change;
    const text = textOf(story);
    expect(text.split(from).length, `"${from}" stands there once`).toBe(2);
    expect(await played(story, text.replace(from, to))).toContain(`      ${says}`);
  });

  test("each has its broken twin", () => {
    expect([...new Set(twins.map(({ story }) => story))].sort()).toEqual(names.toSorted());
  });
});

describe("flexbill scenario", { timeout: 120_000 }, () => {
  const folder = createFolder();
  const scenario = (...args: readonly string[]) => folder.run(["scenario", ...args]);

  test("writes a story that holds, and leaves one that is there alone", async () => {
    const written = await scenario("new", "mine.yaml");
    expect([written.status, written.out]).toEqual([0, expect.stringContaining("flexbill scenario run mine.yaml")]);
    const run = await scenario("run", "mine.yaml");
    expect([run.status, run.out]).toEqual([0, expect.stringContaining("✓ mine.yaml: Two users")]);
    const again = await scenario("new", "mine.yaml");
    expect([again.status, again.err]).toEqual([2, expect.stringContaining("mine.yaml is there already")]);
  });

  test("shows what differs, with step, line and month, in every form", async () => {
    folder.write("broken/seats.yaml", textOf("seats-change-hands").replace('amount: "450.00"', 'amount: "300.00"'));
    const text = await scenario("run", "broken");
    expect(text.status).toBe(1);
    expect(text.out).toContain(
      "✗ broken/seats.yaml: A seat given before the old one is taken back costs one more for the month\n" +
        "    step 6 (line 16), the bill of 2025-05\n" +
        "      license/flex-named-user: wanted 300.00 for 3, found 450.00 for 3\n",
    );
    const json = await scenario("run", "broken", "--format", "json");
    expect(JSON.parse(json.out).stories[0].failures).toEqual([
      {
        step: 6,
        line: 16,
        month: "2025-05",
        account: "AC00000000000000000000000000000001",
        differences: [{ about: "license/flex-named-user", wanted: "300.00 for 3", found: "450.00 for 3" }],
      },
    ]);
    const junit = await scenario("run", "broken", "--format", "junit");
    expect([junit.status, junit.out]).toEqual([1, expect.stringContaining('tests="1" failures="1"')]);
  });

  test("lists every mistake of a story with line, column and the nearest word", async () => {
    folder.write(
      "wrong.yaml",
      `schema: flexbill.scenario/1
title: Wrong
month: 2025-05
contract:
  plan: [{ model: active-user-hours, from: 2025-04-01 }]
events:
  - presence: { user: ada, activty: a, start: 2025-05-01T00:00:00Z }
  - mesage: {}
steps:
  - hire: { user: ada, at: tomorrow }
  - leave: { user: eda, at: 2025-05-01T00:00:00Z }
  - expect: { laws: [third-party.stands-alon], differs: { from: before } }
  - advanse: 1
`,
    );
    const { status, err } = await scenario("run", "wrong.yaml");
    expect(status).toBe(2);
    expect(err.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/^wrong\.yaml:5:19: .*active-user-hours.*active-user-hour/),
      expect.stringMatching(/^wrong\.yaml:7:\d+: .*activity/),
      expect.stringMatching(/^wrong\.yaml:7:\d+: .*activty.*activity/),
      expect.stringMatching(/^wrong\.yaml:8:5: .*mesage.*message/),
      expect.stringMatching(/^wrong\.yaml:8:5: .*presence, seat/),
      expect.stringMatching(/^wrong\.yaml:10:28: .*tomorrow/),
      expect.stringMatching(/^wrong\.yaml:11:20: .*eda.*ada/),
      expect.stringMatching(/^wrong\.yaml:12:22: .*third-party\.stands-alone/),
      expect.stringMatching(/^wrong\.yaml:12:65: .*before/),
      expect.stringMatching(/^wrong\.yaml:13:5: .*advanse.*advance/),
      expect.stringMatching(/^wrong\.yaml:13:5: .*advance, events/),
      "11 errors; nothing was written",
    ]);
  });

  test("prints the committed JSON Schema, and refuses an empty command line", async () => {
    const { out } = await scenario("schema");
    expect(JSON.parse(out)).toEqual(storyJsonSchema());
    const nothing = await scenario("run");
    expect([nothing.status, nothing.err]).toEqual([2, expect.stringContaining("No stories")]);
  });
});
