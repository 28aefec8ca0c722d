import { formatDecimal } from "@flexbill/kernel";
import { askedRules } from "./asked-rules.ts";
import { columnsOf, firstColumn } from "./check-columns.ts";
import { type ColumnAt, type FocusCells, productOf } from "./compile-check.ts";
import { type FocusDataset, type FocusRule, focusRules } from "./model.ts";

/** What a validation rests on. */
export interface FocusValidatorOptions {
  readonly dataset: FocusDataset;
  /** The names in the header, in the file's order. */
  readonly columns: readonly string[];
  /**
   * Criteria that the data's maker claims, such as `TAGGING_SUPPORTED`: their columns have to be there. The rules of a
   * column that is there are always asked.
   */
  readonly criteria?: readonly string[];
  /** How many rows of one rule are told one by one, 20 by default; all are counted. */
  readonly limit?: number;
}

/** A rule that a row breaks. Rows count from 1 below the header; row 0 is the header itself. */
export interface FocusFinding {
  readonly rule: FocusRule;
  readonly row: number;
  /** Where the row begins in the file, from 1. */
  readonly line: number;
  readonly column: string;
  readonly found: string | null;
  /** What would have been right, where one value alone is. */
  readonly wanted?: string;
}

/** How often a rule was broken. */
export interface FocusCount {
  readonly rule: FocusRule;
  readonly rows: number;
}

/** What a file was found to be. */
export interface FocusReport {
  readonly dataset: FocusDataset;
  readonly rows: number;
  readonly rules: number;
  readonly counts: readonly FocusCount[];
  readonly errors: number;
  readonly warnings: number;
}

/** Checks a file row by row; what it remembers does not grow with the rows. */
export interface FocusValidator {
  /** The findings of the header: columns that have to be there. */
  readonly header: readonly FocusFinding[];
  /** The findings of the next row, those above the limit left out. */
  readonly row: (cells: FocusCells, line: number) => readonly FocusFinding[];
  readonly report: () => FocusReport;
}

const none: readonly FocusFinding[] = [];

/**
 * A validator of one FOCUS 1.4 file by the static rules of FOCUS's own requirements model.
 *
 * @example
 * ```ts
 * const validator = createFocusValidator({ dataset: "BillingPeriod", columns: ["BillingPeriodStatus"] });
 * validator.row(["Shut"], 2).map(({ rule }) => rule.id); // → ["BIP-BillingPeriodStatus-C-003-M"]
 * ```
 */
export function createFocusValidator(options: FocusValidatorOptions): FocusValidator {
  const { dataset, columns, limit = 20 } = options;
  const positions = new Map(columns.map((column, position) => [column, position]));
  const at: ColumnAt = (column) => positions.get(column);
  const rules = applicable(options);
  const header = rules.filter(isMissing).map((rule) => headerFinding(rule));
  const asked = askedRules(
    rules.filter(({ check }) => check[0] !== "present"),
    at,
  );
  let row = 0;
  return {
    header,
    row: (cells, line) => {
      row += 1;
      const broken = asked.brokenBy(cells);
      if (broken.length === 0) return none;
      for (const one of broken) one.rows += 1;
      const where = { cells, row, line, at };
      return broken.filter(({ rows }) => rows <= limit).map(({ rule }) => findingOf(rule, where));
    },
    report: () => {
      const broken = [
        ...header.map(({ rule }) => ({ rule, rows: 1 })),
        ...asked.all.filter(({ rows }) => rows > 0).map(({ rule, rows }) => ({ rule, rows })),
      ];
      return { dataset, rows: row, rules: rules.length, counts: broken, ...sums(broken) };
    },
  };

  function isMissing({ check }: FocusRule): boolean {
    return check[0] === "present" && !positions.has(check[1]);
  }
}

/** The rules that this file is asked: those of its own columns, and the columns that it has to have. */
function applicable({ dataset, columns, criteria = [] }: FocusValidatorOptions): readonly FocusRule[] {
  const rules = focusRules(dataset);
  const [first] = rules;
  const ofAll = (first?.criteria ?? []).filter((one) => rules.every((rule) => rule.criteria.includes(one)));
  const claimed = new Set([...criteria, ...ofAll]);
  const present = new Set(columns);
  return rules.filter((rule) =>
    rule.check[0] === "present"
      ? rule.criteria.every((one) => claimed.has(one))
      : columnsOf(rule.check).every((column) => present.has(column)),
  );
}

const headerFinding = (rule: FocusRule): FocusFinding => ({
  rule,
  row: 0,
  line: 1,
  column: firstColumn(rule.check),
  found: null,
});

interface Where {
  readonly cells: FocusCells;
  readonly row: number;
  readonly line: number;
  readonly at: ColumnAt;
}

function findingOf(rule: FocusRule, { cells, row, line, at }: Where): FocusFinding {
  const column = firstColumn(rule.check);
  const wanted = wantedBy(rule, cells, at);
  const found = cells[at(column) ?? -1] ?? null;
  return { rule, row, line, column, found, ...(wanted === undefined ? {} : { wanted }) };
}

function wantedBy({ check }: FocusRule, cells: FocusCells, at: ColumnAt): string | undefined {
  if (check[0] === "same") return cells[at(check[2]) ?? -1] ?? undefined;
  if (check[0] !== "product") return undefined;
  const product = productOf(cells, [at(check[1]), at(check[2])]);
  return product === null ? undefined : formatDecimal(product);
}

function sums(counts: readonly FocusCount[]): { readonly errors: number; readonly warnings: number } {
  const of = (level: FocusRule["level"]) =>
    counts.filter(({ rule }) => rule.level === level).reduce((sum, { rows }) => sum + rows, 0);
  return { errors: of("must"), warnings: of("should") };
}
