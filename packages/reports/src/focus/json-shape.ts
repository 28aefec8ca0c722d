/** Whether a JSON value has a shape. */
export type Shape = (value: unknown) => boolean;

interface Schema {
  readonly [keyword: string]: unknown;
}

type Maker = (argument: unknown, schema: Schema, of: (schema: unknown) => Shape) => Shape;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const typeOf = (value: unknown): string => {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
};

const texts = (argument: unknown): readonly string[] => (Array.isArray(argument) ? argument : [argument]).map(String);
const shapes = (argument: unknown, of: (schema: unknown) => Shape): readonly Shape[] =>
  (argument as readonly unknown[]).map(of);
const ofNumber =
  (holds: (value: number) => boolean): Shape =>
  (value) =>
    typeof value !== "number" || holds(value);
const ofList =
  (holds: (value: readonly unknown[]) => boolean): Shape =>
  (value) =>
    !Array.isArray(value) || holds(value);
const entriesOf = (argument: unknown, of: (schema: unknown) => Shape): readonly (readonly [string, Shape])[] =>
  Object.entries(argument as Schema).map(([key, schema]) => [key, of(schema)]);

/** What no keyword of `properties` or `patternProperties` speaks of. */
function others(schema: Schema, value: Readonly<Record<string, unknown>>): readonly unknown[] {
  const named = Object.keys((schema["properties"] ?? {}) as Schema);
  const patterns = Object.keys((schema["patternProperties"] ?? {}) as Schema).map((pattern) => new RegExp(pattern));
  return Object.entries(value)
    .filter(([key]) => !named.includes(key) && !patterns.some((pattern) => pattern.test(key)))
    .map(([, member]) => member);
}

/** The keywords of the FOCUS schemas; arguments are texts and scalars, so `const` and `enum` compare by identity. */
const makers: Readonly<Record<string, Maker>> = {
  type: (argument) => {
    const types = texts(argument);
    return (value) => types.includes(typeOf(value));
  },
  required: (argument) => {
    const names = texts(argument);
    return (value) => !isObject(value) || names.every((name) => Object.hasOwn(value, name));
  },
  properties: (argument, _, of) => {
    const members = entriesOf(argument, of);
    return (value) =>
      !isObject(value) || members.every(([key, shape]) => !Object.hasOwn(value, key) || shape(value[key]));
  },
  patternProperties: (argument, _, of) => {
    const patterns = entriesOf(argument, of).map(([pattern, shape]) => [new RegExp(pattern), shape] as const);
    const fits = ([key, member]: [string, unknown]) =>
      patterns.every(([pattern, shape]) => !pattern.test(key) || shape(member));
    return (value) => !isObject(value) || Object.entries(value).every(fits);
  },
  additionalProperties: (argument, schema, of) => {
    const shape = of(argument);
    return (value) => !isObject(value) || others(schema, value).every(shape);
  },
  items: (argument, _, of) => {
    const shape = of(argument);
    return ofList((value) => value.every(shape));
  },
  contains: (argument, _, of) => {
    const shape = of(argument);
    return ofList((value) => value.some(shape));
  },
  minItems: (argument) => ofList((value) => value.length >= Number(argument)),
  maxItems: (argument) => ofList((value) => value.length <= Number(argument)),
  minimum: (argument) => ofNumber((value) => value >= Number(argument)),
  maximum: (argument) => ofNumber((value) => value <= Number(argument)),
  const: (argument) => (value) => value === argument,
  enum: (argument) => (value) => (argument as readonly unknown[]).includes(value),
  not: (argument, _, of) => {
    const shape = of(argument);
    return (value) => !shape(value);
  },
  allOf: (argument, _, of) => {
    const all = shapes(argument, of);
    return (value) => all.every((shape) => shape(value));
  },
  anyOf: (argument, _, of) => {
    const all = shapes(argument, of);
    return (value) => all.some((shape) => shape(value));
  },
  oneOf: (argument, _, of) => {
    const all = shapes(argument, of);
    return (value) => all.filter((shape) => shape(value)).length === 1;
  },
  if: (argument, schema, of) => {
    const [condition, then, otherwise] = [argument, schema["then"] ?? true, schema["else"] ?? true].map(of);
    return (value) => (condition?.(value) ? then : otherwise)?.(value) ?? true;
  },
};
const silent = ["then", "else", "$defs"];

/**
 * A JSON schema as a predicate: the keywords that the schemas of FOCUS use. Throws, when it is made, on a keyword that
 * is not known here, so that none is passed over. The whole of JSON Schema would weigh more than the rules it serves.
 */
export function schemaOf(root: object): Shape {
  const of = (schema: unknown): Shape => {
    if (typeof schema === "boolean") return () => schema;
    return compiled(schema as Schema, of, (reference) => of(definition(root as Schema, reference)));
  };
  return of(root);
}

function compiled(schema: Schema, of: (schema: unknown) => Shape, refer: (reference: string) => Shape): Shape {
  const parts = Object.entries(schema).flatMap(([keyword, argument]): readonly Shape[] => {
    if (silent.includes(keyword)) return [];
    if (keyword === "$ref") return [refer(String(argument))];
    const make = makers[keyword];
    if (make === undefined) throw new Error(`A keyword of JSON Schema that is not known here: "${keyword}"`);
    return [make(argument, schema, of)];
  });
  return (value) => parts.every((shape) => shape(value));
}

const definition = (root: Schema, reference: string): unknown =>
  reference
    .replace(/^#\//, "")
    .split("/")
    .reduce<unknown>((value, key) => (value as Schema)[key], root);
