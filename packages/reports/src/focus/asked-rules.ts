import {
  type ColumnAt,
  compileCheck,
  compileRequirement,
  every,
  type FocusCells,
  type Passes,
} from "./compile-check.ts";
import type { FocusCheck, FocusRule } from "./model.ts";

/** A rule that is asked of each row, and how many rows broke it. */
export interface AskedRule {
  readonly rule: FocusRule;
  /** Its place in the model. */
  readonly order: number;
  rows: number;
}

/** The rules of a file, made ready to be asked row by row. */
export interface AskedRules {
  readonly all: readonly AskedRule[];
  /** The rules that a row breaks, in the model's order. */
  readonly brokenBy: (cells: FocusCells) => readonly AskedRule[];
}

interface Group {
  readonly applies: Passes;
  readonly asked: readonly AskedRule[];
  readonly passes: readonly Passes[];
}

const none: readonly AskedRule[] = [];

/**
 * Rules that stand under one condition are asked together, only where it holds; a check that two rules make is made once.
 * Every text is a string in CSV, so a rule that asks for no more is left out of the asking.
 */
export function askedRules(rules: readonly FocusRule[], at: ColumnAt): AskedRules {
  const all = rules.map((rule, order) => ({ rule, order, rows: 0 }));
  const compiled = new Map<string, Passes>();
  const passesOf = ({ rule: { check } }: AskedRule): Passes => {
    const key = JSON.stringify(check);
    const passes = compiled.get(key) ?? compileRequirement(check, at);
    // What a check remembers of the rows before is its rule's own.
    if (check[0] !== "distinct") compiled.set(key, passes);
    return passes;
  };
  const wanting = all.filter(({ rule }) => !isAnyText(rule.check));
  const groups = [...Map.groupBy(wanting, ({ rule }) => JSON.stringify(rule.when)).values()].map(
    (asked): Group => ({
      applies: every((asked[0]?.rule.when ?? []).map((condition) => compileCheck(condition, at))),
      asked,
      passes: asked.map(passesOf),
    }),
  );
  return { all, brokenBy: (cells) => brokenIn(groups, cells) };
}

const isAnyText = (check: FocusCheck): boolean =>
  (check[0] === "form" && check[1] === "string") || (check[0] === "any" && check[1].some(isAnyText));

function brokenIn(groups: readonly Group[], cells: FocusCells): readonly AskedRule[] {
  let broken: AskedRule[] | undefined;
  for (const { applies, asked, passes } of groups) {
    if (!applies(cells)) continue;
    for (let at = 0; at < passes.length; at += 1) {
      const rule = asked[at];
      if (passes[at]?.(cells) !== false || rule === undefined) continue;
      broken ??= [];
      broken.push(rule);
    }
  }
  return broken?.sort((one, other) => one.order - other.order) ?? none;
}
