import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readYaml } from "@flexbill/documents";
import { faults, lawsOfAMonth, type Subject } from "@flexbill/invariants";
import { readStory } from "@flexbill/simulator";
import { describe, expect, test } from "vitest";
import { playStory } from "../src/scenario/play-story.ts";
import { createFolder } from "./command.ts";

const shipped = join(import.meta.dirname, "../../../scenarios");
const textOf = (name: string): string => readFileSync(join(shipped, `${name}.yaml`), "utf8");
const laws = lawsOfAMonth().map(({ id }) => id);

async function played(text: string, rater: Subject, runs = 40) {
  const document = readYaml(text);
  if (!document.ok) throw new Error(JSON.stringify(document.issues));
  const story = readStory(document.value, { laws });
  if (!story.ok) throw new Error(JSON.stringify(story.issues));
  return playStory({ story: story.value, document: document.value }, rater, { runs, seed: 1, laws });
}

function planted(id: string): Subject {
  const fault = faults.find((one) => one.id === id);
  if (fault === undefined) throw new Error(`No fault ${id}`);
  return { name: id, rate: fault.rate };
}

describe("a story with open values", { timeout: 120_000 }, () => {
  test("shrinks what a planted fault breaks to one event, which plays and fails by itself", async () => {
    const { failed, smallest } = await played(textOf("any-fees-of-third-parties"), planted("third-party.marked-up"));
    expect(failed[0]?.differences[0]?.law).toBe("third-party.stands-alone");
    const events = smallest?.text.split("\n").filter((line) => /^ {2}- (presence|fee): /.test(line));
    expect(events?.length).toBe(1);
    const again = await played(smallest?.text ?? "", planted("third-party.marked-up"));
    expect(again.failed[0]?.differences[0]?.law).toBe("third-party.stands-alone");
    const right = await played(smallest?.text ?? "", { name: "right", rate: planted("tiers.volume").rate });
    expect(right.failed).toEqual([]);
  });

  test("shrinks the values where lines are expected, and leaves the events that they are of", async () => {
    const losing: Subject = {
      name: "seats beyond the third are lost",
      rate: (request) =>
        planted("third-party.marked-up").rate({
          ...request,
          events: request.events.filter(({ id }) => !/\/([4-9]|\d\d)$/.test(id)),
        }),
    };
    const { failed, smallest, runs } = await played(textOf("any-number-of-seats"), losing);
    expect([smallest?.chosen, smallest?.token, runs]).toEqual([{ seats: "4", committed: "0" }, "1-4", 5]);
    expect(failed[0]?.differences).toEqual([
      { about: "license/flex-named-user", wanted: "600 for 4", found: "450.00 for 3" },
    ]);
    expect(smallest?.text.match(/^ {2}- \{ seat|^ {2}- seat/gm)).toHaveLength(4);
  });
});

describe("flexbill scenario run on open values", { timeout: 120_000 }, () => {
  const folder = createFolder();

  test("prints the smallest story that fails and a token that plays it again", async () => {
    folder.write("open.yaml", textOf("any-number-of-seats").replace("* 150.00", "* min(150.00, 10 * $seats)"));
    const { status, out } = await folder.run(["scenario", "run", "open.yaml", "--runs", "20"]);
    expect(status).toBe(1);
    expect(out).toContain("with seats = 1, committed = 0; again with flexbill scenario run open.yaml --replay 1-0\n");
    const [, text = ""] = /\n\n([\s\S]*)\n\n0 stories/.exec(out) ?? [];
    folder.write("smallest.yaml", text.replaceAll(/^ {6}/gm, ""));
    const alone = await folder.run(["scenario", "run", "smallest.yaml"]);
    expect([alone.status, alone.out]).toEqual([1, expect.stringContaining("wanted 10 for 1, found 150.00 for 1")]);
    const replayed = await folder.run(["scenario", "run", "open.yaml", "--replay", "1-1"]);
    expect([replayed.status, replayed.out]).toEqual([0, expect.stringContaining("(1 draw)")]);
  });

  test("names a value that is not open, arithmetic that is none and a range that falls", async () => {
    folder.write(
      "wrong.yaml",
      `schema: flexbill.scenario/1
title: Wrong
month: 2025-05
any: { seats: 9..1, agents: many }
steps:
  - expect: { totals: { USD: "= $seets * 2" } }
`,
    );
    const { status, err } = await folder.run(["scenario", "run", "wrong.yaml"]);
    expect(status).toBe(2);
    expect(err).toMatch(/^wrong\.yaml:4:15: .*"9\.\.1"/m);
    expect(err).toMatch(/^wrong\.yaml:4:29: .*many/m);
    expect(err).toMatch(/^wrong\.yaml:6:\d+: .*\$seets/m);
    folder.write(
      "sum.yaml",
      'schema: flexbill.scenario/1\ntitle: Sum\nmonth: 2025-05\nsteps: [{ expect: { totals: { USD: "= 2 *" } } }]\n',
    );
    const sum = await folder.run(["scenario", "run", "sum.yaml"]);
    expect([sum.status, sum.err]).toEqual([2, expect.stringContaining("arithmetic with decimals")]);
  });
});
