// Writes the JSON Schemas of the project's documents: node tools/write-schemas.ts
import { mkdirSync, writeFileSync } from "node:fs";
import { documentSchemas, schemaText } from "./schemas.ts";

const folder = new URL("../schemas/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(documentSchemas)) {
  writeFileSync(new URL(name, folder), schemaText(schema));
  console.log(`schemas/${name}`);
}
