import type { z } from "zod";
import { memberOf } from "./located.ts";
import type { Path } from "./pointer.ts";

type Schema = z.core.$ZodTypes;

/** A member that a schema does not name, and the names that it knows there. */
export interface UnknownMember {
  readonly path: Path;
  readonly known: readonly string[];
}

/** The members that a value has and its schema does not name, in the value's order. */
export function unknownMembers(schema: z.core.$ZodType, value: unknown): readonly UnknownMember[] {
  const found: UnknownMember[] = [];
  walk(schema as Schema, value, [], (path, known) => found.push({ path, known }));
  return found;
}

/** Hears of each unknown member. */
type Tell = (path: Path, known: readonly string[]) => void;

/** `path` is the walker's own list: it grows on the way down and shrinks on the way up. */
function walk(schema: Schema, value: unknown, path: PropertyKey[], tell: Tell): void {
  if (typeof value !== "object" || value === null) return;
  const def = schema._zod.def;
  switch (def.type) {
    case "object":
      members(def, value, path, tell);
      return;
    case "array":
      if (Array.isArray(value))
        for (const [index, item] of value.entries()) below(def.element, item, path, index, tell);
      return;
    case "record":
      for (const [key, item] of Object.entries(value)) below(def.valueType, item, path, key, tell);
      return;
    case "union": {
      const branch = def.options.find((option) => accepts(option as Schema, value));
      if (branch !== undefined) walk(branch as Schema, value, path, tell);
      return;
    }
    case "intersection":
      return;
    case "pipe":
      walk((isTransform(def.in) ? def.out : def.in) as Schema, value, path, tell);
      return;
    case "lazy":
      walk(def.getter() as Schema, value, path, tell);
      return;
    default:
      if ("innerType" in def) walk(def.innerType as Schema, value, path, tell);
  }
}

function members(def: z.core.$ZodObjectDef, value: object, path: PropertyKey[], tell: Tell): void {
  for (const [key, item] of Object.entries(value)) {
    const member = memberOf(def.shape, key);
    if (member !== undefined) below(member as Schema, item, path, key, tell);
    else if (def.catchall === undefined) tell([...path, key], Object.keys(def.shape));
  }
}

function below(schema: z.core.$ZodType, value: unknown, path: PropertyKey[], key: PropertyKey, tell: Tell): void {
  if (typeof value !== "object" || value === null) return;
  path.push(key);
  walk(schema as Schema, value, path, tell);
  path.pop();
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
