import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { documentSchemas, schemaText } from "../../../tools/schemas.ts";

const folder = new URL("../../../schemas/", import.meta.url);

test.each(Object.entries(documentSchemas))("%s is what tools/write-schemas.ts writes", (name, schema) => {
  expect(readFileSync(new URL(name, folder), "utf8")).toBe(schemaText(schema));
});

test("no other file lies among the schemas", () => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(documentSchemas).sort());
});
