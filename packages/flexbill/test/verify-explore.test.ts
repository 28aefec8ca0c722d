import { describe, expect, test } from "vitest";
import { createFolder } from "./command.ts";

const folder = createFolder();
const verify = (...args: readonly string[]) => folder.run(["verify", ...args]);

describe("flexbill verify --explore", () => {
  test("prints the month of the largest difference, and its token asks it again", async () => {
    const rater = ["--adapter", "faulty:presence.summed", "--failures", "far"];
    const { status, out } = await verify("--explore", "--runs", "160", ...rater);
    expect([status, out]).toEqual([
      1,
      expect.stringMatching(/^The largest difference of 160 months: [\d.]+ [A-Z]{3}\n/),
    ]);
    const [, token = ""] = /--replay (explore\.difference~\S+)/.exec(out) ?? [];
    const again = await verify(...rater, "--replay", token);
    expect([again.status, again.out]).toEqual([1, expect.stringContaining("✗ explore.difference\n")]);
    const mended = await verify("--failures", "far", "--replay", token);
    expect([mended.status, mended.out]).toEqual([0, "✓ explore.difference holds on the kept month now\n"]);
  });

  test("finds flexbill's own rater and the second one that ships alike, and months in which plans cross", async () => {
    const { status, out } = await verify("--explore", "--runs", "24");
    expect([status, out]).toEqual([0, expect.stringContaining("✓ The raters answer alike on all of 24 months\n")]);
    const [, token = ""] = /--replay (explore\.plans-cross~\S+)/.exec(out) ?? [];
    const again = await verify("--replay", token);
    expect([again.status, again.out]).toEqual([0, expect.stringMatching(/^Two plans cross: \S+ and \S+\n/)]);
    const json = JSON.parse((await verify("--explore", "--runs", "24", "--format", "json")).out);
    expect(json).toMatchObject({ schema: "flexbill.explore/1", seed: 1, runs: 24, difference: null });
    expect(json.crossings.map(({ token: one }: { token: string }) => one)).toContain(token);
  });

  test("has no form for test reports", async () => {
    const { status, err } = await verify("--explore", "--format", "junit");
    expect([status, err]).toEqual([2, "--explore prints text or JSON, no JUnit and no annotations\n"]);
  });
});
