import type { z } from "zod";
import { memberOf } from "./located.ts";
import type { Path } from "./pointer.ts";

type Schema = z.core.$ZodTypes;

/** The paths of the members that a value has and its schema does not name, in the value's order. */
export function unknownMembers(schema: z.core.$ZodType, value: unknown): readonly Path[] {
  return [...walk(schema as Schema, value, [])];
}

function* walk(schema: Schema, value: unknown, path: Path): Generator<Path> {
  if (typeof value !== "object" || value === null) return;
  const def = schema._zod.def;
  switch (def.type) {
    case "object":
      yield* members(def, value, path);
      return;
    case "array":
      for (const [index, item] of entries(value)) yield* walk(def.element as Schema, item, [...path, index]);
      return;
    case "record":
      for (const [key, item] of Object.entries(value)) yield* walk(def.valueType as Schema, item, [...path, key]);
      return;
    case "union": {
      const branch = def.options.find((option) => accepts(option as Schema, value));
      if (branch !== undefined) yield* walk(branch as Schema, value, path);
      return;
    }
    case "intersection":
      return;
    case "pipe":
      yield* walk((isTransform(def.in) ? def.out : def.in) as Schema, value, path);
      return;
    case "lazy":
      yield* walk(def.getter() as Schema, value, path);
      return;
    default:
      if ("innerType" in def) yield* walk(def.innerType as Schema, value, path);
  }
}

function* members(def: z.core.$ZodObjectDef, value: object, path: Path): Generator<Path> {
  for (const [key, item] of Object.entries(value)) {
    const member = memberOf(def.shape, key);
    if (member !== undefined) yield* walk(member as Schema, item, [...path, key]);
    else if (def.catchall === undefined) yield [...path, key];
  }
}

function entries(value: object): Iterable<readonly [number, unknown]> {
  return Array.isArray(value) ? value.entries() : [];
}

function isTransform(schema: z.core.$ZodType): boolean {
  return schema._zod.def.type === "transform";
}

/** A branch takes a value when the literals that tell branches apart agree; other members may still be wrong. */
function accepts(option: Schema, value: object): boolean {
  const def = option._zod.def;
  if (def.type !== "object") return "innerType" in def ? accepts(def.innerType as Schema, value) : true;
  return Object.entries(def.shape).every(([key, member]) => {
    const known = member._zod.def.type === "literal" ? member._zod.values : undefined;
    return known === undefined || known.has(memberOf(value, key) as string);
  });
}
