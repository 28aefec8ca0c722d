import { expect, test } from "vitest";
import { inPlainWords } from "../src/laws/in-plain-words.ts";
import { laws } from "../src/laws/index.ts";
import { drawCases } from "../src/run/draw.ts";

test.each(laws)("$id says which cases it must meet", ({ classes }) => {
  expect(Object.keys(classes).length).toBeGreaterThan(0);
  for (const { atLeastPercent } of Object.values(classes)) expect(atLeastPercent).toBeGreaterThanOrEqual(1);
});

/** A class that every case is of would count nothing. */
test.each(laws)("a case of $id may be of none of its classes, or of all", (law) => {
  const cases = drawCases(law, { seed: 77, runs: 300 }).filter((given) => law.fits?.(given) !== false);
  for (const [name, { of }] of Object.entries(law.classes)) {
    const met = cases.filter((given) => of(given)).length;
    expect(met, name).toBeGreaterThan(0);
    expect(met, name).toBeLessThan(cases.length);
  }
});

test.each(inPlainWords(laws))("$id meets its classes in plain words too", (law) => {
  const cases = drawCases(law, { seed: 78, runs: 300 }).filter((given) => law.fits?.(given) !== false);
  for (const [name, { of, atLeastPercent }] of Object.entries(law.classes))
    expect((100 * cases.filter((given) => of(given)).length) / cases.length, name).toBeGreaterThanOrEqual(
      atLeastPercent,
    );
});
