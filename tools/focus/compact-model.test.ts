import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compactModel, type RequirementsModel } from "./compact-model.ts";

const text = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const published = JSON.parse(text("fixtures/focus/model-1.4.json")) as RequirementsModel;

test("the rules that reports checks by are what the published model gives", () => {
  expect(text("packages/reports/data/focus-1.4.json")).toBe(compactModel(published));
});

test("every active static rule that says MUST or SHOULD and checks something itself is there", () => {
  const wanted = Object.entries(published.ModelRules).filter(([id, rule]) => {
    const { Keyword, Requirement } = rule.ValidationCriteria;
    const refers = JSON.stringify(Requirement).includes("CheckModelRule");
    const dataset = !id.startsWith("ATT-");
    return dataset && rule.Status === "Active" && rule.Type === "Static" && !refers && !Keyword.startsWith("MAY");
  });
  const compact = text("packages/reports/data/focus-1.4.json");
  const missing = wanted.map(([id]) => id).filter((id) => !compact.includes(`["${id}",`));
  expect(missing).toEqual([]);
  expect(wanted.length).toBeGreaterThan(500);
});

test("a check function that is not known stops the writing instead of being passed over", () => {
  const [id, rule] = Object.entries(published.ModelRules).find(([key]) => key === "CAU-BilledCost-C-003-M")!;
  const strange = {
    ...rule,
    ValidationCriteria: { ...rule.ValidationCriteria, Requirement: { CheckFunction: "New" } },
  };
  const model = { ...published, ModelRules: { ...published.ModelRules, [id]: strange } };
  expect(() => compactModel(model)).toThrow('"New"');
});
