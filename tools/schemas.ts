import { jsonSchemaOf } from "../packages/documents/src/index.ts";
import { worldJsonSchema } from "../packages/mock/src/index.ts";
import { priceBookSchema } from "../packages/products/src/index.ts";
import { profileSchema, storyJsonSchema } from "../packages/simulator/src/index.ts";
import { contractJsonSchema } from "../packages/terms/src/index.ts";

/** The JSON Schemas of the project's documents, by the name of their file under schemas/. */
export const documentSchemas: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "flexbill.contract-1.json": contractJsonSchema(),
  "flexbill.prices-1.json": jsonSchemaOf(priceBookSchema, "flexbill.prices/1"),
  "flexbill.profile-1.json": jsonSchemaOf(profileSchema, "flexbill.profile/1"),
  "flexbill.scenario-1.json": storyJsonSchema(),
  "flexbill.world-1.json": worldJsonSchema(),
};

/** The text of a schema's file. */
export function schemaText(schema: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
