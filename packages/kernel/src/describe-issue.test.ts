import { describe, expect, test } from "vitest";
import { describeIssue, type IssueCode, issue, issueCodes, type Language } from "./index.ts";
import { messagesEn } from "./messages.en.ts";
import { messagesJa } from "./messages.ja.ts";
import { wishesEn } from "./wishes.en.ts";
import { wishesJa } from "./wishes.ja.ts";

const codes = Object.keys(issueCodes) as IssueCode[];
const languages: readonly Language[] = ["en", "ja"];

function placeholders(text: string): readonly string[] {
  return (text.match(/\{[\w-]+\}/g) ?? []).sort();
}

describe.each(codes)("%s", (code) => {
  test("has a sentence in each language, begun with a capital and without a final period", () => {
    expect(describeIssue(issue(code, {}), "en")).toMatch(/^[A-Z][^\n]*[^.\s]$/);
    expect(describeIssue(issue(code, {}), "ja")).toMatch(/^[^\n]*[^.。\s]$/u);
    expect(describeIssue(issue(code, {}), "ja")).toMatch(/[\u3040-\u30ff]/u);
  });

  test("takes the same params in each language", () => {
    expect(placeholders(messagesJa[code])).toEqual(placeholders(messagesEn[code]));
  });
});

test("every code is an error, a warning or an info", () => {
  expect(new Set(Object.values(issueCodes))).toEqual(new Set(["error", "warning", "info"]));
});

test("tables are in alphabetical order", () => {
  for (const table of [issueCodes, messagesEn, messagesJa, wishesEn, wishesJa])
    expect(Object.keys(table)).toEqual(Object.keys(table).sort());
});

test("every wish takes the same params in each language", () => {
  for (const [key, text] of Object.entries(wishesEn))
    expect(placeholders(wishesJa[key as keyof typeof wishesJa])).toEqual(placeholders(text));
});

test("found is quoted, and wanted follows", () => {
  const month = issue("schema.month", { found: 'a "b"', wanted: "month" });
  expect(describeIssue(month, "en")).toBe('Not a month: found "a \\"b\\"", wanted a month such as 2025-05');
  expect(describeIssue(month, "ja")).toBe('月ではありません（値: "a \\"b\\""、期待: 2025-05 のような月）');
  expect(describeIssue(issue("schema.missing", { wanted: "present" }), "en")).toBe(
    "A required member is missing; wanted the member to be given",
  );
  expect(describeIssue(issue("schema.value", { found: "" }), "ja")).toBe('ここでは使えない値です（値: ""）');
});

test("an issue may have found nothing, wanted nothing, or both", () => {
  const said = (fields: { readonly found?: string; readonly wanted?: string }) =>
    languages.map((language) => describeIssue(issue("schema.value", fields), language));
  expect(said({})).toEqual([messagesEn["schema.value"], messagesJa["schema.value"]]);
  expect(said({ found: "x" })).toEqual([
    `${messagesEn["schema.value"]}: found "x"`,
    `${messagesJa["schema.value"]}（値: "x"）`,
  ]);
  expect(said({ wanted: "a unicorn" })).toEqual([
    `${messagesEn["schema.value"]}; wanted a unicorn`,
    `${messagesJa["schema.value"]}（期待: a unicorn）`,
  ]);
});

test("a wish that no catalogue has is shown as it is", () => {
  for (const language of languages) {
    expect(describeIssue(issue("schema.value", { wanted: "a unicorn" }), language)).toContain("a unicorn");
    expect(describeIssue(issue("schema.value", { wanted: "toString" }), language)).toContain("toString");
  }
});

test("params are filled in, and one that is missing stays visible", () => {
  const fields = { found: "x", wanted: "one-of" };
  expect(describeIssue(issue("schema.value", { ...fields, params: { options: "a, b" } }), "en")).toContain(
    "one of a, b",
  );
  expect(describeIssue(issue("schema.value", fields), "en")).toContain("one of {options}");
});

test("a value of eighty characters is shown whole", () => {
  expect(describeIssue(issue("schema.value", { found: "x".repeat(80) }), "en")).toContain(`"${"x".repeat(80)}"`);
  expect(describeIssue(issue("schema.value", { found: "x".repeat(81) }), "en")).toContain(`"${"x".repeat(80)}…"`);
});

test("a long value is cut between characters", () => {
  const text = describeIssue(issue("schema.value", { found: "😀".repeat(500) }), "en");
  expect(text).toContain(`${"😀".repeat(80)}…"`);
  expect(text.isWellFormed()).toBe(true);
});

test("an issue has the severity of its code, the root as its path, and no member that is undefined", () => {
  expect(issue("plan.none", { clause: undefined })).toStrictEqual({ code: "plan.none", severity: "error", path: "" });
  expect(issue("unknown-member", { path: "/a", at: { line: 1, column: 2 } })).toStrictEqual({
    code: "unknown-member",
    severity: "info",
    path: "/a",
    at: { line: 1, column: 2 },
  });
});
