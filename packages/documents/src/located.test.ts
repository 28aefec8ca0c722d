import { expect, test } from "vitest";
import { located } from "./located.ts";
import { readYaml } from "./read-yaml.ts";

test("what was read from a text keeps its places, and any other value has none", () => {
  const read = readYaml("account: AC1\n");
  if (!read.ok) throw new Error("the text is YAML");
  expect(located(read.value)).toBe(read.value);
  for (const value of [null, undefined, "placeOf", { placeOf: "here" }, read.value.value]) {
    expect(located(value).value).toBe(value);
    expect(located(value).placeOf(["account"])).toBeUndefined();
  }
});
