import { compare, type Decimal, equals, multiply, parseDecimal } from "@flexbill/kernel";
import { hasForm, objectIn } from "./cell-forms.ts";
import { schemaOf } from "./json-shape.ts";
import { type FocusCheck, focusSchema } from "./model.ts";

/** The cells of a row by position; null where a cell is empty. */
export type FocusCells = readonly (string | null)[];

/** True where a row passes. */
export type Passes = (cells: FocusCells) => boolean;

/** Where a column stands; undefined where the file lacks it. */
export type ColumnAt = (column: string) => number | undefined;

const always: Passes = () => true;

/** The decimal in a cell; null where there is none. */
export function decimalIn(cell: string | null | undefined): Decimal | null {
  if (cell === null || cell === undefined) return null;
  const parsed = parseDecimal(cell.startsWith(".") || cell.startsWith("-.") ? cell.replace(".", "0.") : cell);
  return parsed.ok ? parsed.value : null;
}

/** Asks about a cell that is not empty. Neighbouring rows tend to have the same value: the last answer is kept. */
function ofCell(at: number | undefined, ask: (cell: string) => boolean): Passes {
  if (at === undefined) return always;
  let known: string | null = null;
  let answer = true;
  return (cells) => {
    const cell = cells[at];
    if (cell === null || cell === undefined) return true;
    if (cell !== known) {
      known = cell;
      answer = ask(cell);
    }
    return answer;
  };
}

function isValue(at: number | undefined, value: string | number | null): Passes {
  if (at === undefined) return () => false;
  if (value === null) return (cells) => cells[at] === null || cells[at] === undefined;
  if (typeof value === "string") return (cells) => cells[at] === value;
  const wanted = decimalIn(String(value));
  const asked = ofCell(at, (cell) => {
    const found = decimalIn(cell);
    return found !== null && wanted !== null && equals(found, wanted);
  });
  return (cells) => cells[at] != null && asked(cells);
}

function bounded(at: number | undefined, limit: number, sign: 1 | -1): Passes {
  const wanted = decimalIn(String(limit));
  return ofCell(at, (cell) => {
    const found = decimalIn(cell);
    return found === null || wanted === null || compare(found, wanted) * sign >= 0;
  });
}

type Pair = readonly [column: number | undefined, other: number | undefined];

/** Asks about two cells where the file has both columns and the row both values. */
function ofPair([at, otherAt]: Pair, ask: (cell: string, other: string) => boolean): Passes {
  if (at === undefined || otherAt === undefined) return always;
  return (cells) => {
    const [cell, other] = [cells[at], cells[otherAt]];
    return cell == null || other == null || ask(cell, other);
  };
}

function sameValue([at, otherAt]: Pair): Passes {
  if (at === undefined || otherAt === undefined) return always;
  return (cells) => {
    const [cell, other] = [cells[at] ?? null, cells[otherAt] ?? null];
    if (cell === other) return true;
    const [found, wanted] = [decimalIn(cell), decimalIn(other)];
    return found !== null && wanted !== null && equals(found, wanted);
  };
}

const orders: Readonly<Record<string, (order: number) => boolean>> = {
  ">=": (order) => order >= 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  "<": (order) => order < 0,
  "=": (order) => order === 0,
  "==": (order) => order === 0,
  "!=": (order) => order !== 0,
};

/** Numbers by their value, instants (always UTC, always to the second) and other texts by their characters. */
function inOrder(pair: Pair, comparator: string): Passes {
  const holds = orders[comparator] ?? (() => true);
  return ofPair(pair, (cell, other) => {
    const [found, wanted] = [decimalIn(cell), decimalIn(other)];
    if (found !== null && wanted !== null) return holds(compare(found, wanted));
    return holds(cell < other ? -1 : Number(cell > other));
  });
}

/** What a product should have been; null where a factor or the product is no number. */
export function productOf(cells: FocusCells, at: readonly (number | undefined)[]): Decimal | null {
  const [factor, times] = [decimalIn(cells[at[0] ?? -1]), decimalIn(cells[at[1] ?? -1])];
  return factor === null || times === null ? null : (multiply(factor, times) as Decimal);
}

function isProduct(at: readonly (number | undefined)[]): Passes {
  const result = at[2];
  if (result === undefined || at.includes(undefined)) return always;
  return (cells) => {
    const found = decimalIn(cells[result]);
    const wanted = found === null ? null : productOf(cells, at);
    return found === null || wanted === null || equals(found, wanted);
  };
}

/** How many different companions a value has had; a row that brings one too many does not pass. */
function distinctOthers(pair: Pair, count: number): Passes {
  const seen = new Map<string, Set<string>>();
  return ofPair(pair, (cell, other) => {
    const others = seen.get(cell) ?? new Set<string>();
    seen.set(cell, others);
    others.add(other);
    return others.size <= count;
  });
}

function followsSchema(at: number | undefined, id: string): Passes {
  const follows = schemaOf(focusSchema(id));
  return ofCell(at, (cell) => {
    const object = objectIn(cell);
    return object === undefined || follows(object);
  });
}

/** The one column whose allowed values a choice lists. */
function listedColumn(checks: readonly FocusCheck[]): string | undefined {
  const columns = new Set(checks.map((check) => (check[0] === "is" && check[2] !== null ? check[1] : undefined)));
  const [only] = columns;
  return columns.size === 1 ? only : undefined;
}

/**
 * A check as a function of a row's cells. Of a column that the file lacks nobody can say whether it is empty: neither
 * that it is nor that it is not holds, and no value is in it.
 */
export function compileCheck(check: FocusCheck, at: ColumnAt): Passes {
  switch (check[0]) {
    case "present":
      return at(check[1]) === undefined ? () => false : always;
    case "form":
      return ofCell(at(check[2]), hasForm[check[1]]);
    case "is":
      return isValue(at(check[1]), check[2]);
    case "not": {
      const is = isValue(at(check[1]), check[2]);
      return at(check[1]) === undefined && check[2] === null ? () => false : (cells) => !is(cells);
    }
    case "least":
      return bounded(at(check[1]), check[2], 1);
    case "most":
      return bounded(at(check[1]), check[2], -1);
    case "match": {
      const pattern = new RegExp(check[2]);
      return ofCell(at(check[1]), (cell) => pattern.test(cell));
    }
    case "ends":
      return ofCell(at(check[1]), (cell) => cell.endsWith(check[2]));
    case "same":
      return sameValue([at(check[1]), at(check[2])]);
    case "compare":
      return inOrder([at(check[1]), at(check[3])], check[2]);
    case "distinct":
      return distinctOthers([at(check[1]), at(check[2])], check[3]);
    case "product":
      return isProduct([at(check[1]), at(check[2]), at(check[3])]);
    case "schema":
      return followsSchema(at(check[1]), check[2]);
    case "all":
      return every(check[1].map((part) => compileCheck(part, at)));
    default: {
      const parts = check[1].map((part) => compileCheck(part, at));
      return (cells) => parts.some((passes) => passes(cells));
    }
  }
}

/** True where a row passes all. */
export function every(parts: readonly Passes[]): Passes {
  const [only, second] = parts;
  if (only === undefined) return always;
  if (second === undefined) return only;
  return (cells) => parts.every((passes) => passes(cells));
}

/**
 * A check as what a rule asks for. An empty cell has no value to compare with a list of allowed ones: whether it may be
 * empty is said by other rules.
 */
export function compileRequirement(check: FocusCheck, at: ColumnAt): Passes {
  const passes = compileCheck(check, at);
  const listed = check[0] === "any" ? at(listedColumn(check[1]) ?? "") : undefined;
  return listed === undefined ? passes : (cells) => cells[listed] == null || passes(cells);
}
