import { type Fault, faults, type Law, laws, runsToFind } from "../../packages/invariants/src/index.ts";

/** For each fault, the laws that find it, each with the median of the runs that it needs. */
export type Found = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** How thoroughly is looked. */
export interface Effort {
  /** The most cases of a law that a fault may stay hidden in. */
  readonly runs: number;
  readonly seeds: number;
  /** A law that finds nothing in so many cases of the first seed is not asked again, unless no law finds the fault. */
  readonly glance: number;
}

export const fullEffort: Effort = { runs: 2_000, seeds: 20, glance: 500 };

type Pairs = ReadonlyMap<Law, readonly Fault[]>;

/** Which law finds which fault, over all seeds. */
export function measure(
  { runs, seeds, glance }: Effort,
  chosen: readonly Fault[] = faults,
  tell: (what: string) => void = () => undefined,
): Found {
  const seen = glanceAt(chosen, glance, tell);
  const unseen = chosen.filter((fault) => ![...seen.values()].some((theirs) => theirs.includes(fault)));
  const late = unseen.length === 0 ? new Map() : glanceAt(unseen, runs, tell);
  const pairs: Pairs = new Map(laws.map((law) => [law, [...(seen.get(law) ?? []), ...(late.get(law) ?? [])]]));
  const needed = new Map<string, number[]>();
  for (let seed = 0; seed < seeds; seed += 1) {
    tell(`seed ${seed + 1} of ${seeds}`);
    for (const [law, theirs] of pairs) {
      const found = theirs.length === 0 ? undefined : runsToFind(law, theirs, { seed, runs });
      for (const { id } of theirs) listOf(needed, `${id} ${law.id}`).push(found?.get(id) ?? Number.POSITIVE_INFINITY);
    }
  }
  return Object.fromEntries(chosen.map(({ id }) => [id, mediansOf(id, needed)]));
}

function glanceAt(chosen: readonly Fault[], runs: number, tell: (what: string) => void): Pairs {
  return new Map(
    laws.map((law) => {
      tell(`${law.id}, ${runs} cases`);
      const found = runsToFind(law, chosen, { seed: 0, runs });
      return [law, chosen.filter(({ id }) => found.has(id))];
    }),
  );
}

function mediansOf(fault: string, needed: ReadonlyMap<string, readonly number[]>): Readonly<Record<string, number>> {
  const medians = laws.map((law) => [law.id, median(needed.get(`${fault} ${law.id}`) ?? [])] as const);
  const found = medians.filter(([, runs]) => Number.isFinite(runs));
  return Object.fromEntries(found.sort(([, one], [, other]) => one - other));
}

/** The middle of the numbers, the smaller of two; nothing has no middle. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor((numbers.length - 1) / 2)] ?? Number.NaN;
}

function listOf(lists: Map<string, number[]>, key: string): number[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
