import { expect, test } from "vitest";
import { totalsAreSums } from "../laws/totals-are-sums.ts";
import { unionOfPresence } from "../laws/union-of-presence.ts";
import { drawCases } from "./draw.ts";

test.each([totalsAreSums, unionOfPresence])("a longer run of $id begins with the shorter one", (law) => {
  const shorter = drawCases({ ...law }, { seed: 5, runs: 40 });
  drawCases({ ...law }, { seed: 6, runs: 1 });
  const longer = drawCases({ ...law }, { seed: 5, runs: 120 });
  expect(longer).toHaveLength(120);
  expect(longer.slice(0, 40)).toEqual(shorter);
  expect(drawCases({ ...law }, { seed: 5, runs: 40 })).toEqual(shorter);
});
