import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createFolder } from "./command.ts";

type Row = Readonly<Record<string, string | null>>;
const examples = JSON.parse(
  readFileSync(new URL("../../../fixtures/focus/example-rows.json", import.meta.url), "utf8"),
) as { readonly CostAndUsage: readonly Row[] };
const columns = Object.keys(examples.CostAndUsage[0] ?? {});
const cell = (value: string | null | undefined) => (value == null ? "" : `"${value.replaceAll('"', '""')}"`);
const csv = (rows: readonly Row[], end = "\n") =>
  [columns, ...rows.map((row) => columns.map((column) => cell(row[column])))]
    .map((cells) => cells.join(",") + end)
    .join("");

const folder = createFolder();
folder.write("good.csv", csv(examples.CostAndUsage, "\r\n"));
folder.write("bad.csv", csv(examples.CostAndUsage.map((row) => ({ ...row, BillingCurrency: "usd" }))));
const validate = (...args: readonly string[]) => folder.run(["focus", "validate", ...args]);

test("a file without a fault is told so and ends with 0", async () => {
  const { status, out, err } = await validate("good.csv");
  expect([status, err]).toEqual([0, ""]);
  expect(out).toMatch(/^good\.csv: FOCUS 1\.4 CostAndUsage, 16 rows by \d+ rules: no fault\n$/);
});

test("each fault is told with file, line, rule, row and sentence, in both languages, and ends with 1", async () => {
  const { status, out } = await validate("bad.csv", "--limit", "1");
  expect(status).toBe(1);
  expect(out).toContain(
    "bad.csv:2: error CAU-BillingCurrency-C-003-M (row 1): BillingCurrency has to be an ISO 4217 code",
  );
  expect(out).toContain("CAU-BillingCurrency-C-003-M: and 15 more rows");
  const japanese = await validate("bad.csv", "--lang", "ja", "--limit", "1");
  expect(japanese.out).toContain("bad.csv:2: エラー CAU-BillingCurrency-C-003-M (1行目): BillingCurrency は");
});

test("as JSON it is a document with counts of all rows and findings of the first", async () => {
  const { status, out } = await folder.run(["focus", "validate", "-", "--format", "json", "--limit", "3"], {
    input: folder.read("bad.csv"),
  });
  const report = JSON.parse(out) as { readonly counts: readonly object[]; readonly findings: readonly object[] };
  expect(status).toBe(1);
  expect(report).toMatchObject({
    schema: "flexbill.focus-report/1",
    file: "<stdin>",
    rows: 16,
    errors: 32,
    warnings: 0,
  });
  expect(report.counts).toContainEqual({ rule: "CAU-BillingCurrency-C-003-M", level: "must", rows: 16 });
  expect(report.findings).toHaveLength(6);
});

test.for([
  ["no file", undefined, "schema.file-missing"],
  ["an empty file", "", "schema.empty"],
  ["a binary file", Buffer.from([1, 0, 2]), "schema.binary"],
  ["a file in another encoding", Buffer.from([0xff, 0xfe, 0x41]), "schema.encoding"],
  ["a table that is no FOCUS file", "a,b\n1,2\n", "is no FOCUS file"],
  ["a row with a cell too many", `${csv(examples.CostAndUsage)}1,2\n`, ":18:1: error schema.columns"],
  ["a quote that is never closed", `${csv(examples.CostAndUsage)}"1,2\n`, ":18:1: error schema.syntax"],
  ["a column twice", "BillingPeriodStart,BillingPeriodEnd,BillingPeriodEnd\n", "schema.duplicate-key"],
] as const)("%s is not understood, and says where and why", async ([, content, message]) => {
  if (content !== undefined) folder.write("odd.csv", content);
  const { status, err } = await validate(content === undefined ? "none.csv" : "odd.csv");
  expect(status).toBe(2);
  expect(err).toContain(message);
});

test("a criterion that does not exist is named with those that do", async () => {
  const { status, err } = await validate("good.csv", "--criteria", "TAGGING_SUPPORTED,TAGS");
  expect(status).toBe(2);
  expect(err).toContain('There is no criterion "TAGS"');
});
