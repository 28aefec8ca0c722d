import { readdirSync, readFileSync } from "node:fs";
import { readJson, readYaml } from "@flexbill/documents";
import { describeIssue } from "@flexbill/kernel";
import { parsePriceBook } from "@flexbill/products";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseContract } from "./parse-contract.ts";

const golden = new URL("../../../fixtures/golden/", import.meta.url);
const contracts = readdirSync(golden)
  .filter((name) => name.endsWith(".json"))
  .map((name) => (JSON.parse(readFileSync(new URL(name, golden), "utf8")) as { contract: unknown }).contract);

/** Every way to a part of a value. */
function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]))];
}

function replaced(value: unknown, path: readonly string[], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === key ? replaced(item, rest, by) : item));
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [key]: replaced(record[key], rest, by) };
}

/** Reads without throwing, and every issue has a sentence in both languages. */
function told(result: {
  readonly ok: boolean;
  readonly issues: Parameters<typeof describeIssue>[0][] | readonly Parameters<typeof describeIssue>[0][];
}): void {
  if (!result.ok) expect(result.issues.length).toBeGreaterThan(0);
  for (const issue of result.issues) {
    for (const language of ["en", "ja"] as const) {
      const sentence = describeIssue(issue, language);
      expect(sentence.length).toBeGreaterThan(3);
      expect(sentence).not.toMatch(/\{\w+\}$/);
    }
  }
}

test("a contract with any part of it replaced by anything is read or refused with reasons", () => {
  fc.assert(
    fc.property(fc.constantFrom(...contracts), fc.nat(), fc.jsonValue({ maxDepth: 2 }), (contract, choice, other) => {
      const paths = pathsOf(contract);
      told(parseContract(replaced(contract, paths[choice % paths.length] ?? [], other)));
    }),
    { numRuns: 2000 },
  );
});

test("a price book of anything is read or refused with reasons", () => {
  const member = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom("1", "-1", "2025-05-01", "studio"));
  const keys = fc.constantFrom("product", "unit", "price", "tiers", "match", "from", "free", "currency");
  fc.assert(
    fc.property(fc.array(fc.dictionary(keys, member), { maxLength: 4 }), (entries) => {
      const located = readJson(JSON.stringify(entries));
      if (located.ok) told(parsePriceBook(located.value));
    }),
  );
});

test("any text is read or refused with reasons", () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 5 }),
    fc.constantFrom("\n", "- ", "a: ", "{", "}", "[", "&a ", "*a", "\t", "|", "? ", "'", "---\n"),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      told(readYaml(pieces.join(""), { file: "x.yaml" }));
    }),
    { numRuns: 1000 },
  );
});
