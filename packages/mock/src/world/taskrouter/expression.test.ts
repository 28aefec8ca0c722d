import fc from "fast-check";
import { expect, test } from "vitest";
import { attributeTest } from "./expression.ts";

const mio = {
  languages: ["ja", "en"],
  level: 4,
  team: "Osaka desk",
  channel: { voice: { capacity: 2 } },
  trained: true,
};

test("comparisons, lists, words in any case, brackets and what is not there", () => {
  const holding = [
    "1==1",
    'languages HAS "ja"',
    "languages has 'en' AND level >= 4",
    'team IN ["Osaka desk", "Kyoto desk"]',
    'team NOT IN ["Nara desk"]',
    'team CONTAINS "Osaka"',
    "channel.voice.capacity > 1",
    "trained = true and not (level < 4)",
    'missing != "x"',
    'level == 3 OR (level == 4 AND NOT languages HAS "de")',
    String.raw`team != "a \"quoted\" desk"`,
  ];
  const failing = ['languages HAS "de"', "1 == 2", "missing == 1", 'missing HAS "x"', "level > 'a'", "team IN []"];
  for (const text of holding) expect([text, attributeTest(text)?.(mio)]).toEqual([text, true]);
  for (const text of failing) expect([text, attributeTest(text)?.(mio)]).toEqual([text, false]);
});

test("what is no expression is told apart, and no text or attributes break it", () => {
  for (const text of [
    "",
    "  ",
    "level",
    "level >",
    "(1==1",
    "1==1)",
    "a == 1 b == 2",
    '"open',
    "a ~ b",
    "IN [",
    "== 1",
  ])
    expect([text, attributeTest(text)]).toEqual([text, undefined]);
  expect(attributeTest(`${"(".repeat(5000)}1==1`)).toBeUndefined();
  const parts = fc.constantFrom(
    "a",
    "level",
    "1",
    '"x"',
    "==",
    "HAS",
    "IN",
    "[",
    "]",
    "(",
    ")",
    "AND",
    "OR",
    "NOT",
    ",",
    "'",
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 12 }), fc.jsonValue(), (list, attributes) => {
      const test = attributeTest(list.join(" "));
      expect(["boolean", "undefined"]).toContain(typeof test?.(attributes));
    }),
  );
});

test("an expression with AND, OR and NOT is what their truth tables say", () => {
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), fc.boolean(), (a, b, c) => {
      expect(attributeTest("a == true AND b == true OR NOT c == true")?.({ a, b, c })).toBe((a && b) || !c);
      expect(attributeTest("a == true AND (b == true OR NOT c == true)")?.({ a, b, c })).toBe(a && (b || !c));
    }),
  );
});
