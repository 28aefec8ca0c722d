import { readFileSync } from "node:fs";
import { createCsvReader } from "@flexbill/documents";
import { describe, expect, test } from "vitest";
import { describeFocusFinding, describeFocusRule } from "./describe-finding.ts";
import { detectDataset } from "./detect-dataset.ts";
import { type FocusDataset, focusDatasets, focusRules } from "./model.ts";
import { createFocusValidator } from "./validator.ts";

type Row = Readonly<Record<string, string | null>>;
interface Mutant {
  readonly row?: string;
  readonly patch?: Row;
  readonly dropColumn?: string;
  readonly failingRules: readonly string[];
}
const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../fixtures/focus/${name}`, import.meta.url), "utf8")) as T;
const examples =
  fixture<Readonly<Record<"CostAndUsage" | "InvoiceDetail" | "BillingPeriod", readonly Row[]>>>("example-rows.json");
const { mutants } = fixture<{ readonly mutants: readonly Mutant[] }>("example-mutants.json");
const claims = fixture<{ readonly supportedApplicabilityCriteria: readonly string[] }>("example-rows.json");

function brokenBy(dataset: FocusDataset, rows: readonly Row[], drop?: string): readonly string[] {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== drop);
  const criteria = claims.supportedApplicabilityCriteria;
  const validator = createFocusValidator({ dataset, columns, criteria });
  const findings = rows.flatMap((row, at) =>
    validator.row(
      columns.map((column) => row[column] ?? null),
      at + 2,
    ),
  );
  const all = [...validator.header, ...findings].filter(({ rule }) => rule.level === "must");
  return [...new Set(all.map(({ rule }) => rule.id))].sort();
}

test.each(["CostAndUsage", "InvoiceDetail", "BillingPeriod"] as const)(
  "the example rows of %s break no rule",
  (name) => {
    expect(brokenBy(name, examples[name])).toEqual([]);
    expect(detectDataset(Object.keys(examples[name][0] ?? {}))).toBe(name);
  },
);

describe("each mutant of the example rows breaks the rules that it has to, and no other", () => {
  test.each(mutants.map((mutant, at) => ({ ...mutant, at })))(
    "mutant $at",
    ({ row, patch, dropColumn, failingRules }) => {
      const rows = examples.CostAndUsage.map((one) => (one["x_ChargeKind"] === row ? { ...one, ...patch } : one));
      expect(brokenBy("CostAndUsage", rows, dropColumn)).toEqual([...failingRules].sort());
    },
  );
});

test("a finding says rule, row, line, column, what is there and what would be right", () => {
  const columns = ["ListCost", "ListUnitPrice", "PricingQuantity"];
  const validator = createFocusValidator({ dataset: "CostAndUsage", columns });
  validator.row(["2", "2", "1"], 2);
  const [finding] = validator.row(["1.96", "0.0024", "815"], 7);
  expect(finding).toMatchObject({ row: 2, line: 7, column: "ListCost", found: "1.96", wanted: "1.956" });
  expect(finding && describeFocusFinding(finding, "en")).toBe(
    'ListCost has to equal ListUnitPrice × PricingQuantity where ListUnitPrice is not empty and PricingQuantity is not empty: found "1.96", wanted "1.956"',
  );
});

test("products are compared as decimals, where floats would disagree", () => {
  const columns = ["ListCost", "ListUnitPrice", "PricingQuantity"];
  const validator = createFocusValidator({ dataset: "CostAndUsage", columns });
  expect(validator.row(["0.3", "0.1", "3"], 2)).toEqual([]);
  expect(validator.row(["3e-1", ".1", "3.0"], 3)).toEqual([]);
});

test("a column that is there is checked though nobody claims its criterion; one that is not is missed only then", () => {
  const options = { dataset: "CostAndUsage", columns: ["Tags"] } as const;
  const ids = (criteria: readonly string[]) =>
    createFocusValidator({ ...options, criteria }).header.map(({ column }) => column);
  expect(
    createFocusValidator(options)
      .row(["[]"], 2)
      .map(({ rule }) => rule.id),
  ).toContain("CAU-Tags-C-001-M");
  expect(ids([])).not.toContain("SubAccountId");
  expect(ids(["SUB_ACCOUNT_SUPPORTED"])).toContain("SubAccountId");
});

test("rows of one rule above the limit are counted and not told", () => {
  const validator = createFocusValidator({ dataset: "CostAndUsage", columns: ["BilledCost"], limit: 2 });
  const told = [2, 3, 4, 5].flatMap((line) => validator.row([null], line));
  expect(told).toHaveLength(2);
  expect(validator.report().counts.find(({ rule }) => rule.id === "CAU-BilledCost-C-003-M")?.rows).toBe(4);
});

test("an empty text in quotes is not the same as nothing", () => {
  const validator = createFocusValidator({
    dataset: "CostAndUsage",
    columns: ["BillingAccountName", "ChargeDescription"],
  });
  const [row] = createCsvReader().read(',""\n');
  expect(validator.row(row?.cells ?? [], 2).map(({ rule }) => rule.id)).toContain("CAU-ChargeDescription-C-002-M");
});

test("a date that its month does not have is no instant", () => {
  const validator = createFocusValidator({ dataset: "CostAndUsage", columns: ["ChargePeriodStart"] });
  expect(validator.row(["2024-02-29T00:00:00Z"], 2)).toEqual([]);
  expect(validator.row(["2025-02-29T00:00:00Z"], 3)).not.toEqual([]);
});

test("every rule of every dataset has a sentence in both languages that names its column", () => {
  for (const rule of focusDatasets.flatMap(focusRules)) {
    const [en, ja] = [describeFocusRule(rule, "en"), describeFocusRule(rule, "ja")];
    expect(en).toMatch(/[A-Z][A-Za-z]+ /);
    expect(ja).toMatch(/(です|ません|(いずれか)でなければなりません: .*)$/);
    expect(`${en}${ja}`).not.toMatch(/undefined|null|\[object/);
  }
});
