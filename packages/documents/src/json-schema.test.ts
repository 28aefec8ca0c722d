import { expect, test } from "vitest";
import { z } from "zod";
import { jsonSchemaOf } from "./json-schema.ts";
import { decimalText } from "./texts.ts";

test("a schema describes what is written, not what is read, and allows more members", () => {
  const schema = z.object({ price: decimalText, note: z.string().optional() });
  expect(jsonSchemaOf(schema, "flexbill.example/1")).toEqual({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "flexbill.example/1",
    type: "object",
    properties: { price: { type: "string" }, note: { type: "string" } },
    required: ["price"],
  });
});
