import { readFileSync } from "node:fs";
import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

interface Operation {
  readonly operationId: string;
  readonly responseSchema?: object;
}

interface Converter {
  toJsonSchema(schema: object, options: { wire: boolean; closed: boolean; complete: boolean }): object;
  readonly twilioFormats: Readonly<Record<string, RegExp | true>>;
}

const folder = new URL("../../../fixtures/openapi/", import.meta.url);
const { toJsonSchema, twilioFormats } = (await import(new URL("to-json-schema.mjs", folder).href)) as Converter;
const ajv = new Ajv2020({ allErrors: true, strictTypes: false, allowUnionTypes: true, strictRequired: false });
addFormats.default(ajv);
for (const [name, format] of Object.entries(twilioFormats)) ajv.addFormat(name, format);
const compiled = new Map<string, ValidateFunction>();

/** What a response violates of an operation's schema in its strictest form: exactly the keys of the schema. */
export function violations(file: string, operationId: string, body: unknown): readonly string[] {
  const validate = compiled.get(`${file}/${operationId}`) ?? compile(file, operationId);
  validate(body);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function compile(file: string, operationId: string): ValidateFunction {
  const text = readFileSync(new URL(`${file}.json`, folder), "utf8");
  const { operations } = JSON.parse(text) as { operations: readonly Operation[] };
  const schema = operations.find((each) => each.operationId === operationId)?.responseSchema;
  if (schema === undefined) throw new Error(`${file} has no operation ${operationId}`);
  const validate = ajv.compile(toJsonSchema(schema, { wire: true, closed: true, complete: true }));
  compiled.set(`${file}/${operationId}`, validate);
  return validate;
}
