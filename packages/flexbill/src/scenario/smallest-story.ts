import { checkScenario, type FailedMoment, type Subject } from "@flexbill/invariants";
import { readStory, smallerStories, unrolled } from "@flexbill/simulator";
import { momentsOf } from "./moments-of.ts";

type Members = Readonly<Record<string, unknown>>;

/** A story without open values, and where it fails. */
export interface FailingStory {
  readonly written: Members;
  readonly failed: readonly FailedMoment[];
}

/**
 * The same failure with fewer events and steps. Only a law holds of any events: where lines are expected, they are those of
 * these events, and the story stays as it is.
 */
export async function smallestStory(
  found: FailingStory,
  rater: Subject,
  laws: readonly string[],
): Promise<FailingStory> {
  const broken = lawsBroken(found.failed);
  const told = unrolled(found.written);
  if (broken === undefined) return { ...found, written: told };
  const failing = async (written: Members): Promise<FailingStory | undefined> => {
    const read = readStory(written, { laws });
    const failed = read.ok ? await checkScenario(momentsOf(read.value), rater) : [];
    return lawsBroken(failed) === undefined ? undefined : { written, failed };
  };
  let best = await failing(withLawsAlone(told, broken));
  for (let next = best; next !== undefined; ) {
    best = next;
    next = undefined;
    for (const smaller of smallerStories(best.written)) {
      next = await failing(smaller);
      if (next !== undefined) break;
    }
  }
  return best ?? { ...found, written: told };
}

/** The laws that each step broke, where nothing but laws was broken. */
function lawsBroken(failed: readonly FailedMoment[]): ReadonlyMap<number, readonly string[]> | undefined {
  const broken = failed.map(({ moment, differences }): [number, readonly string[]] => [
    moment.step,
    [...new Set(differences.map(({ law }) => law ?? ""))],
  ]);
  return failed.length > 0 && broken.every(([, ids]) => !ids.includes("")) ? new Map(broken) : undefined;
}

/** The story in which nothing but the broken laws is expected. */
function withLawsAlone(written: Members, broken: ReadonlyMap<number, readonly string[]>): Members {
  const steps = (written["steps"] as readonly Members[]).flatMap((step, index) => {
    const expect = step["expect"] as Members | undefined;
    if (expect === undefined) return [step];
    const laws = broken.get(index + 1);
    if (laws === undefined) return [];
    const kept = Object.entries(expect).filter(([name]) => ["month", "account", "asOf"].includes(name));
    return [{ expect: { ...Object.fromEntries(kept), laws } }];
  });
  return { ...written, steps };
}
