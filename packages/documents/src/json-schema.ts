import { z } from "zod";

/** The major version of JSON Schema that the project's schemas are written in. */
const dialect = "https://json-schema.org/draft/2020-12/schema";

/**
 * The JSON Schema of a document, as its reader takes it. Members that it does not name are allowed, as everywhere.
 *
 * @example
 * ```ts
 * jsonSchemaOf(z.object({ account: z.string() }), "contract-1").required; // ["account"]
 * ```
 */
export function jsonSchemaOf(schema: z.ZodType, title: string): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline" });
  return { $schema: $schema ?? dialect, title, ...rest };
}
