import { describe, expect, test } from "vitest";
import { z } from "zod";
import { inside, located } from "./located.ts";
import { parseWith } from "./parse-with.ts";
import { readYaml } from "./read-yaml.ts";
import {
  currencyText,
  dateText,
  decimalText,
  instantText,
  nonEmptyText,
  nonNegativeDecimalText,
  positiveDecimalText,
  timeZoneText,
} from "./texts.ts";

const item = z.object({ price: nonNegativeDecimalText, from: dateText.optional() });
const schema = z.object({
  account: nonEmptyText,
  currency: currencyText,
  timeZone: timeZoneText.default("UTC"),
  items: z.array(item),
  model: z.enum(["a", "b"]).optional(),
});

const issuesOfText = (text: string) => {
  const read = readYaml(text, { file: "f.yaml" });
  if (!read.ok) throw new Error("the text itself is broken");
  const parsed = parseWith(schema, read.value);
  return parsed.issues.map(({ code, path, at, found, wanted }) => [code, path, at?.line, at?.column, found, wanted]);
};

describe("parsing a located value", () => {
  test("every problem comes at once with code, path, place, found and wanted", () => {
    const text = "account: ''\ncurrency: XXZ\nitems:\n  - price: 0.5\n    from: 2025-02-30\n  - from: 1\nmodel: c\n";
    expect(issuesOfText(text)).toEqual([
      ["schema.value", "/account", 1, 10, "", "non-empty-text"],
      ["schema.currency", "/currency", 2, 11, "XXZ", "currency"],
      ["schema.decimal", "/items/0/price", 4, 12, "0.5", "string-decimal"],
      ["schema.date", "/items/0/from", 5, 11, "2025-02-30", "date"],
      ["schema.missing", "/items/1/price", 6, 5, undefined, "string-decimal"],
      ["schema.date", "/items/1/from", 6, 11, "1", "date"],
      ["schema.value", "/model", 7, 8, "c", "one-of"],
    ]);
  });

  test("an unknown member is told once, at its name, and fails nothing", () => {
    const text = "account: A\ncurrency: USD\ncolour: red\nitems:\n  - price: '1'\n    size: 2\n";
    expect(issuesOfText(text)).toEqual([
      ["unknown-member", "/colour", 3, 1, "colour", undefined],
      ["unknown-member", "/items/0/size", 6, 5, "size", undefined],
    ]);
  });

  test("unknown members can be passed over", () => {
    const value = located({ account: "A", currency: "USD", items: [], more: 1 });
    expect(parseWith(schema, value, { unknownMembers: "ignore" })).toMatchObject({ ok: true, issues: [] });
  });

  test("unknown members inside unions, records and transformed objects are found", () => {
    const union = z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("a"), x: z.number() }),
      z.object({ kind: z.literal("b"), y: z.number() }),
    ]);
    const whole = z.object({ one: union.transform((value) => value.kind), many: z.record(z.string(), union) });
    const parsed = parseWith(
      whole,
      located({ one: { kind: "a", x: 1, y: 1 }, many: { m: { kind: "b", y: 1, x: 1 } } }),
    );
    expect(parsed.ok).toBe(true);
    expect(parsed.issues.map(({ path }) => path)).toEqual(["/one/y", "/many/m/x"]);
  });

  test("a value of no branch of a union is told what the branches are", () => {
    const union = z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("a") }),
      z.object({ kind: z.literal("b") }),
    ]);
    expect(parseWith(union, located({ kind: "c" })).issues[0]).toMatchObject({
      code: "schema.value",
      path: "/kind",
      found: "c",
    });
  });

  test("a part of a document keeps the document's places", () => {
    const read = readYaml("contract:\n  price: 1\n");
    const part = read.ok ? inside(read.value, "contract") : located(undefined);
    const parsed = parseWith(z.object({ price: decimalText }), part);
    expect(parsed.issues[0]).toMatchObject({ path: "/price", at: { line: 2, column: 10 } });
  });

  test("a document of the wrong type is one problem", () => {
    expect(parseWith(schema, located([])).issues).toMatchObject([{ code: "schema.type", path: "", wanted: "map" }]);
    expect(parseWith(schema, located(undefined)).issues).toMatchObject([{ code: "schema.missing", path: "" }]);
  });
});

describe("texts that are values", () => {
  const code = (of: z.ZodType, value: unknown) => parseWith(of, located(value)).issues[0]?.code;

  test.each(["NaN", "", "０", "1,5", "Infinity", "0x10", " 1"])("%o is no decimal", (text) => {
    expect(code(decimalText, text)).toBe("schema.decimal");
  });

  test("a decimal of too many digits is refused", () => {
    expect(code(decimalText, "1e400")).toBe("schema.decimal-size");
  });

  test("bounds hold at zero", () => {
    expect(code(nonNegativeDecimalText, "-0.01")).toBe("schema.decimal-negative");
    expect(code(nonNegativeDecimalText, "0")).toBeUndefined();
    expect(code(positiveDecimalText, "0")).toBe("schema.decimal-negative");
    expect(code(positiveDecimalText, "0.01")).toBeUndefined();
  });

  test("an instant needs its offset", () => {
    expect(code(instantText, "2025-05-01T00:00:00")).toBe("schema.instant");
    expect(code(instantText, "2025-05-01T00:00:00+09:00")).toBeUndefined();
  });

  test("a time zone must exist", () => {
    expect(code(timeZoneText, "Mars/Olympus")).toBe("schema.time-zone");
  });
});
