import { type Issue, issue } from "@flexbill/kernel";
import type { LineProblem } from "./lines.ts";

/** What was found wrong, or worth a word, in one event file. */
export interface Findings {
  /** Issues of a line; an unknown member counts once per event type and member, where it was met first. */
  readonly add: (issues: readonly Issue[], eventType: string) => void;
  readonly addProblem: (code: LineProblem, line: number) => void;
  /** True where so much is wrong that reading on tells nothing more. */
  readonly isFull: () => boolean;
  readonly all: () => readonly Issue[];
  readonly hasErrors: () => boolean;
}

const mostErrors = 10_000;

/** Nothing found yet. */
export function createFindings(file: string | undefined): Findings {
  const found: Issue[] = [];
  const strangers = new Set<string>();
  let errors = 0;

  function isKnownStranger({ code, path }: Issue, eventType: string): boolean {
    if (code !== "unknown-member") return false;
    const stranger = `${eventType} ${path}`;
    const known = strangers.has(stranger);
    strangers.add(stranger);
    return known;
  }

  function keep(one: Issue): void {
    if (errors === mostErrors) return;
    found.push(one);
    if (one.severity === "error") errors += 1;
  }

  return {
    add: (issues, eventType) => {
      for (const one of issues) if (!isKnownStranger(one, eventType)) keep(one);
    },
    addProblem: (code, line) => {
      const at = { ...(file === undefined ? {} : { file }), line, column: 1 };
      keep(issue(code, { path: "", at, ...(code === "schema.encoding" ? { wanted: "utf-8" } : {}) }));
    },
    isFull: () => errors === mostErrors,
    all: () => found,
    hasErrors: () => errors > 0,
  };
}
