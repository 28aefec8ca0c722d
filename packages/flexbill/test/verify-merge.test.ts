import { describe, expect, test } from "vitest";
import { createFolder } from "./command.ts";

const folder = createFolder();
const verify = (...args: readonly string[]) => folder.run(["verify", ...args]);
const shard = (part: string, file: string, ...args: readonly string[]) =>
  verify("third-party", "--runs", "30", "--shard", part, "--format", "json", "-o", file, "--quiet", ...args);

describe("flexbill verify merge", () => {
  test("makes one report of two shards, with the counts added up", async () => {
    await Promise.all([shard("1/2", "one.json"), shard("2/2", "two.json")]);
    const { status, out } = await verify("merge", "one.json", "two.json");
    expect([status, out]).toEqual([
      0,
      expect.stringMatching(/^\d laws hold, 0 broken \(seed 1, merged from 2 reports\)$/m),
    ]);
    const json = JSON.parse((await verify("merge", "two.json", "one.json", "--format", "json")).out);
    expect(json).toMatchObject({ schema: "flexbill.verify/1", seed: 1, runs: 30, summary: { failed: 0 } });
    expect(json.laws.map(({ runs }: { runs: number }) => runs)).toEqual(json.laws.map(() => 30));
    expect(json).not.toHaveProperty("shard");
    const twice = await verify("merge", "one.json", "one.json");
    expect(twice).toMatchObject({ status: 2, out: "" });
    expect(twice.err).toContain("There is no report of shard 2/2; wanted one of each\n");
    expect(twice.err).toContain("Shard 1/2 is there more than once: one.json, one.json\n");
    const other = await shard("2/2", "other.json", "--seed", "5");
    expect(other.status).toBe(0);
    const mixed = await verify("merge", "one.json", "other.json");
    expect(mixed).toMatchObject({ status: 2, out: "" });
    expect(mixed.err).toContain("not of one run, the seed differs: one.json 1, other.json 5\n");
  });

  test("keeps what another machine found, so that it can be asked again here", async () => {
    const faulty = ["--adapter", "faulty:third-party.marked-up", "--failures", "there"];
    await Promise.all([shard("1/2", "three.json", ...faulty), shard("2/2", "four.json", ...faulty)]);
    const { status, out } = await verify("merge", "three.json", "four.json", "--failures", "here");
    expect([status, out]).toEqual([1, expect.stringContaining("✗ third-party.stands-alone")]);
    const [, token = ""] = /--failures here --replay (\S+)/.exec(out) ?? [];
    const again = await verify("--adapter", "faulty:third-party.marked-up", "--failures", "here", "--replay", token);
    expect(again.status).toBe(1);
    expect((await verify("merge", "three.json", "four.json", "--format", "junit")).out).toMatch(/failures="[1-9]/);
  });

  test.for([
    [[], "No reports: give the files"],
    [["none.json"], "none.json:1:1: error schema.file-missing"],
    [["odd.json"], "odd.json:1:1: error schema."],
    [["list.json"], "(/laws/0/runs)"],
    [["-", "-"], "Only one of these can read standard input"],
  ] as const)("%j is not understood", async ([args, message]) => {
    folder.write("odd.json", "not a report");
    const report = { schema: "flexbill.verify/1", version: "0", seed: 1, runs: 1, adapter: null };
    folder.write("list.json", JSON.stringify({ ...report, laws: [{ id: "x", runs: -1 }] }));
    const { status, out, err } = await verify("merge", ...args);
    expect([status, out, err]).toEqual([2, "", expect.stringContaining(message)]);
  });
});
