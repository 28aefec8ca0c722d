import { describe, expect, test } from "vitest";
import { finders } from "../src/faults/finders.ts";
import { faults, outsideTheModel } from "../src/faults/index.ts";
import { laws } from "../src/laws/index.ts";
import { runLaw } from "../src/run/run-law.ts";
import { eventsOf } from "../src/run/shrink.ts";

const lawOf = (id: string) => laws.filter((law) => law.id === id);
const faultOf = (id: string) => faults.filter((fault) => fault.id === id);

const found = Object.entries(finders);

describe("the planted faults", () => {
  test("are at least 60, each found by a law, and every law finds one", () => {
    expect(faults.length).toBeGreaterThanOrEqual(60);
    expect(Object.keys(finders).sort()).toEqual(faults.map(({ id }) => id).sort());
    expect([...new Set(Object.values(finders))].sort()).toEqual(laws.map(({ id }) => id).sort());
  });

  test("restate at least 38 of the 46 public faults and say why the others are left out", () => {
    const planted = new Set(faults.flatMap(({ knownAs }) => knownAs));
    const all = Array.from({ length: 46 }, (_, index) => `KF-${String(index + 1).padStart(2, "0")}`);
    expect(planted.size).toBeGreaterThanOrEqual(38);
    expect([...planted, ...Object.keys(outsideTheModel)].sort()).toEqual(all);
  });

  test.each(found)("%s breaks %s within 600 cases and at most five events", { timeout: 60_000 }, async (id, lawId) => {
    const [[law], [fault]] = [lawOf(lawId), faultOf(id)];
    if (law === undefined || fault === undefined) throw new Error(`No law ${lawId} or no fault ${id}`);
    const run = await runLaw(law, { name: id, rate: fault.rate }, { runs: 600, seed: 46 });
    expect(run.outcome).toBe("failed");
    if (run.outcome === "failed") expect(eventsOf(run.failure.exhibit.given)).toBeLessThanOrEqual(5);
  });
});
