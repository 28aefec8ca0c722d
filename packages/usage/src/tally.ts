import type { Exact } from "@flexbill/kernel";
import { defaultUseCase } from "./events/shared-data.ts";
import type { Counted } from "./sum.ts";
import { addAt, createSums, type Sums, totalsOf } from "./sums.ts";
import type { Users } from "./users.ts";

/** What a meter has counted so far, by use case, dimensions and user. */
export interface Tally {
  readonly product: string;
  readonly unit: string;
  /** The dimensions' keys, in alphabetical order. */
  readonly keys: readonly string[];
  readonly root: Branch;
}

interface Branch {
  readonly branches: Map<string | null, Branch>;
  /** The branch that was followed last: most events in a row have the same country. */
  lastKey: string | null | undefined;
  last: Branch | undefined;
  /** By the users' numbers. */
  readonly sums: Sums;
}

/** One cell of a tally; rows are made of these. */
export interface Cell {
  readonly product: string;
  readonly unit: string;
  readonly user: string | null;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly useCase: string;
  readonly quantity: Exact;
}

function createBranch(): Branch {
  return { branches: new Map(), lastKey: undefined, last: undefined, sums: createSums() };
}

/** An empty tally of a product. */
export function createTally(product: string, unit: string, keys: readonly string[]): Tally {
  return { product, unit, keys, root: createBranch() };
}

/** Counts a quantity; its dimensions are those of `members` that the tally's keys name. */
export function count(
  tally: Tally,
  user: number,
  useCase: string | undefined,
  members: object,
  quantity: Counted,
): void {
  let branch = follow(tally.root, useCase ?? defaultUseCase);
  for (const key of tally.keys) branch = follow(branch, (members as Dimensions)[key] ?? null);
  addAt(branch.sums, user, quantity);
}

type Dimensions = Readonly<Record<string, string | null | undefined>>;

function follow(branch: Branch, key: string | null): Branch {
  if (branch.last !== undefined && branch.lastKey === key) return branch.last;
  let next = branch.branches.get(key);
  if (next === undefined) {
    next = createBranch();
    branch.branches.set(key, next);
  }
  branch.lastKey = key;
  branch.last = next;
  return next;
}

/** Everything counted, a cell for each use case, dimensions and user. */
export function* cellsOf(tally: Tally, users: Users): Generator<Cell> {
  for (const [useCase, branch] of tally.root.branches) {
    yield* cellsBelow(tally, users, useCase ?? defaultUseCase, branch, []);
  }
}

function* cellsBelow(
  tally: Tally,
  users: Users,
  useCase: string,
  branch: Branch,
  values: readonly (string | null)[],
): Generator<Cell> {
  for (const [value, next] of branch.branches) yield* cellsBelow(tally, users, useCase, next, [...values, value]);
  const dimensions = dimensionsOf(tally.keys, values);
  const { product, unit } = tally;
  for (const [user, quantity] of totalsOf(branch.sums, users.inOrder())) {
    yield { product, unit, user: users.nameOf(user), dimensions, useCase, quantity };
  }
}

function dimensionsOf(keys: readonly string[], values: readonly (string | null)[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    keys.flatMap((key, index) => {
      const value = values[index];
      return value === null || value === undefined ? [] : [[key, value] as const];
    }),
  );
}
