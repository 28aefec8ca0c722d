import { fixtures } from "./fixtures.ts";
import { valueAt } from "./places.ts";
import type { Problem } from "./problem.ts";

/** Forms of texts, the narrowest first; what fits none is text. */
const forms: readonly (readonly [string, RegExp])[] = [
  ["RFC 2822 time", /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}$/],
  ["time in whole seconds", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/],
  ["time with offset", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/],
  ["date", /^\d{4}-\d\d-\d\d$/],
  ["SID", /^[A-Z]{2}[0-9a-f]{32}$/],
  ["token", /^[0-9a-f]{32}$/],
  ["decimal", /^-?\d+(\.\d+)?$/],
  ["address", /^https?:\/\/\S+$/],
  ["path", /^\/2010-04-01\S*$/],
  ["JSON object", /^\{.*\}$/s],
];

/** What kind of value stands at each place of a body; lists as `*`. */
type Shape = ReadonlyMap<string, ReadonlySet<string>>;

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  if (typeof value !== "string") return Array.isArray(value) ? "list" : typeof value;
  const form = forms.find(([, pattern]) => pattern.test(value))?.[0] ?? "text";
  return form === "SID" ? `SID ${value.slice(0, 2).replace("MM", "SM")}` : form;
}

function shapeOf(body: unknown): Shape {
  const shape = new Map<string, Set<string>>();
  const visit = (at: string, value: unknown) => {
    shape.set(at, (shape.get(at) ?? new Set()).add(kindOf(value)));
    if (Array.isArray(value)) for (const each of value) visit(`${at}/${starOf(each)}`, each);
    else if (typeof value === "object" && value !== null)
      for (const [key, each] of Object.entries(value)) visit(`${at}/${key}`, each);
  };
  visit(starOf(body) === "*" ? "" : `/${starOf(body)}`, body);
  return shape;
}

/** Things of several kinds in one list are compared with their own kind. `worker.activity` is an older name. */
function starOf(value: unknown): string {
  const type = valueAt(value, "event_type");
  if (typeof type !== "string") return "*";
  return `<${type === "worker.activity" ? "worker.activity.update" : type}>`;
}

const shapes = new Map(
  [...fixtures].map(([operation, printed]) => [
    operation,
    printed.map(({ from, body }) => ({ from, shape: shapeOf(body) })),
  ]),
);

/** Where an answer lacks a key that a printed response has, or has a value of another kind there. */
export function shapeProblems(operation: string, body: unknown): readonly Problem[] {
  const ours = shapeOf(body);
  return (shapes.get(operation) ?? []).flatMap(({ from, shape }) =>
    [...shape].flatMap(([at, kinds]) => {
      if (isBelowNothing(at, ours)) return [];
      const found = ours.get(at);
      if (found === undefined && at.includes("<") && !ours.has(kindIn(at))) return [];
      if (found === undefined) return [{ operation, from, at, what: "missing" }];
      return [...found]
        .filter((kind) => !fits(kind, kinds))
        .map((kind) => ({ operation, from, at, what: `${kind} for ${[...kinds].join(" or ")}` }));
    }),
  );
}

/** The place of the thing of a kind that a place is in. */
function kindIn(at: string): string {
  return at.slice(0, at.indexOf(">") + 1);
}

/** A place below an empty list, or below a value that is null here, says nothing. */
function isBelowNothing(at: string, ours: Shape): boolean {
  const parts = at.split("/");
  return parts.some((part, index) => {
    const above = parts.slice(0, index).join("/");
    const kinds = ours.get(above);
    if (index === 0 || kinds === undefined) return false;
    return (part === "*" && !ours.has(`${above}/*`)) || (kinds.size === 1 && kinds.has("null"));
  });
}

/** Null says that nothing is known, on either side; a printed text may be any text. */
function fits(kind: string, printed: ReadonlySet<string>): boolean {
  if (kind === "null" || printed.has(kind)) return true;
  if ([...printed].every((each) => each === "null")) return true;
  return printed.has("text") && !["integer", "number", "boolean", "list", "object"].includes(kind);
}
