import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { operationOf } from "./operations.ts";
import { type Problem, placeOf } from "./problem.ts";

interface Converter {
  toJsonSchema(schema: object, options: { closed: boolean; complete: boolean }): object;
  readonly twilioFormats: Readonly<Record<string, RegExp | true>>;
}

const converter = new URL("../../../../fixtures/openapi/to-json-schema.mjs", import.meta.url);
const { toJsonSchema, twilioFormats } = (await import(converter.href)) as Converter;
const ajv = new Ajv2020({ allErrors: true, strictTypes: false, allowUnionTypes: true, strictRequired: false });
for (const [name, format] of Object.entries(twilioFormats)) ajv.addFormat(name, format);
// Addresses are checked as the description has them, hosts included; times as products send them, in whole seconds.
addFormats.default(ajv, ["uri", "date"]);
const compiled = new Map<string, ValidateFunction>();

/**
 * Where a body differs from its operation's schema in the strictest form: exactly the keys of the schema, all of them,
 * with the types, patterns, formats and values that it names.
 */
export function schemaProblems(operation: string, body: unknown): readonly Problem[] {
  const validate = compiled.get(operation) ?? compile(operation);
  validate(body);
  return (validate.errors ?? []).map((error) => ({
    operation,
    from: "schema",
    at: placeOf(error.instancePath),
    what: whatOf(error),
  }));
}

function compile(operation: string): ValidateFunction {
  const { responseSchema } = operationOf(operation);
  if (responseSchema === undefined) throw new Error(`${operation} answers with no body`);
  const validate = ajv.compile(toJsonSchema(responseSchema, { closed: true, complete: true }));
  compiled.set(operation, validate);
  return validate;
}

function whatOf({ keyword, params, message }: ErrorObject): string {
  if (keyword === "additionalProperties") return `unknown key ${params["additionalProperty"]}`;
  if (keyword === "required") return `no key ${params["missingProperty"]}`;
  return `${keyword}: ${message}`;
}
