import { month } from "@flexbill/kernel";
import { expect, test } from "vitest";
import { mostServedEvents, simulatedMonth } from "./demo-world.ts";

test("a month with more events than a mock keeps in memory says on which day it became too large", () => {
  expect(simulatedMonth(month("2026-10"), 1, "insurer", 1_000)).toEqual({ tooLargeOn: "2026-10-01" });
});

test("the month of a small profile is played when it is read, and is never too large", () => {
  const simulated = simulatedMonth(month("2026-10"), 1, "demo", 1);
  if ("tooLargeOn" in simulated) throw new Error("The demo must be served");
  const played = [...simulated.events].length;
  expect(played).toBeGreaterThan(1_000);
  expect(played).toBeLessThan(mostServedEvents);
});
