import { fail, type Issue, issue, ok, type Result } from "@flexbill/kernel";
import type { z } from "zod";
import { type Located, memberOf } from "./located.ts";
import { nearest } from "./nearest.ts";
import { type Path, pointerOf } from "./pointer.ts";
import { shown } from "./shown.ts";
import { unknownMembers } from "./unknown-members.ts";
import { type Complaint, complaintIn } from "./wish.ts";

/** Whether members that a schema does not name are reported (the default) or passed over. */
export interface ParseOptions {
  readonly unknownMembers?: "report" | "ignore";
}

/**
 * Parses a located value: every problem at once, each with its code, JSON pointer, place, what was found and what was
 * wanted. A member that the schema does not name is one `unknown-member` info and fails nothing; write schemas with
 * `z.object`, which drops such members from the value.
 *
 * @example
 * ```ts
 * parseWith(z.object({ account: z.string() }), located({ account: "AC1", colour: "red" }));
 * // ok, with one issue: unknown-member at /colour
 * ```
 */
export function parseWith<T>(schema: z.ZodType<T>, source: Located, options: ParseOptions = {}): Result<T> {
  const unknown = options.unknownMembers === "ignore" ? [] : unknownIssues(schema, source);
  const parsed = schema.safeParse(source.value);
  return parsed.success ? ok(parsed.data, unknown) : fail([...issuesOf(parsed.error, source), ...unknown]);
}

/**
 * The issues that a zod error stands for, placed in the value they were found in.
 *
 * @example
 * ```ts
 * issuesOf(schema.safeParse({}).error, located({}))[0].code; // "schema.missing"
 * ```
 */
export function issuesOf(error: z.ZodError, source: Located): readonly Issue[] {
  return error.issues.flatMap((problem) => placedIssues(problem, source, []));
}

function unknownIssues(schema: z.ZodType, source: Located): readonly Issue[] {
  return unknownMembers(schema, source.value).map(({ path, known }) => {
    const at = source.placeOf(path, "member");
    const found = String(path.at(-1));
    const near = nearest(found, known);
    const meant = near === undefined ? {} : { wanted: "nearest", params: { nearest: near } };
    return issue("unknown-member", { path: pointerOf(path), found, at, ...meant });
  });
}

type Problem = z.core.$ZodIssue;

function placedIssues(problem: Problem, source: Located, outer: Path): readonly Issue[] {
  const path = [...outer, ...problem.path];
  if (problem.code === "unrecognized_keys") {
    return problem.keys.map((key) => place({ code: "schema.value", wanted: "known-value" }, [...path, key], source));
  }
  const branch = problem.code === "invalid_union" && problem.errors.length > 0 ? closest(problem.errors) : undefined;
  if (branch !== undefined) return branch.flatMap((inner) => placedIssues(inner, source, path));
  const found = path.reduce<unknown>(memberOf, source.value);
  return [place(complaint(problem, found), path, source)];
}

/** Of a union's branches the one that the value came closest to: the one with the deepest first problem. */
function closest(branches: readonly (readonly Problem[])[]): readonly Problem[] | undefined {
  const depth = (branch: readonly Problem[]): number => Math.min(...branch.map((problem) => problem.path.length));
  return branches
    .filter((branch) => branch.length > 0)
    .reduce<readonly Problem[] | undefined>(
      (best, branch) => (best === undefined || depth(branch) > depth(best) ? branch : best),
      undefined,
    );
}

function place({ code, wanted, params }: Complaint, path: Path, source: Located): Issue {
  const at = source.placeOf(path);
  const found = path.reduce<unknown>(memberOf, source.value);
  return issue(code, {
    path: pointerOf(path),
    at,
    found: found === undefined ? undefined : shown(found),
    wanted,
    params,
  });
}

function complaint(problem: Problem, found: unknown): Complaint {
  const carried = complaintIn(problem.message);
  if (found === undefined && problem.code === "invalid_type") {
    return { code: "schema.missing", wanted: carried?.wanted ?? kindWanted(problem.expected) };
  }
  if (carried === undefined) return standardComplaint(problem, found);
  return problem.code === "custom" && problem.params !== undefined ? { ...carried, params: problem.params } : carried;
}

function standardComplaint(problem: Problem, found: unknown): Complaint {
  const code = found === undefined ? "schema.missing" : "schema.value";
  switch (problem.code) {
    case "invalid_type":
      return { code: "schema.type", wanted: kindWanted(problem.expected) };
    case "invalid_value":
      return { code, ...oneOf(problem.values.map(String), found) };
    case "invalid_union":
      return { code, wanted: "known-value" };
    case "too_small":
      return { code, wanted: `≥ ${problem.minimum}` };
    case "too_big":
      return { code, wanted: `≤ ${problem.maximum}` };
    case "invalid_format":
      return { code, wanted: problem.pattern ?? problem.format };
    default:
      return { code };
  }
}

/** A name of a list; where one is near to what was found, that one first. */
function oneOf(options: readonly string[], found: unknown): Omit<Complaint, "code"> {
  const params = { options: options.join(", ") };
  const near = typeof found === "string" && found.length >= 3 ? nearest(found, options) : undefined;
  return near === undefined
    ? { wanted: "one-of", params }
    : { wanted: "one-of-near", params: { ...params, nearest: near } };
}

/** The wish that stands for a type of zod. */
function kindWanted(expected: string): string {
  const wishes: Readonly<Record<string, string>> = { object: "map", record: "map", array: "list" };
  return wishes[expected] ?? expected;
}
