import { createAnswerer } from "@flexbill/charges";
import { type Law, laws, runLaw } from "@flexbill/invariants";

const seed = 1;

/** Milliseconds. */
type Clock = () => number;

/** The cases that a run of a law draws. */
async function casesOf(law: Law, runs: number): Promise<readonly unknown[]> {
  const cases: unknown[] = [];
  const listening: Law = {
    ...law,
    requests: (given) => {
      cases.push(given);
      return [];
    },
    holds: () => [],
  };
  await runLaw(listening, { name: "nobody", rate: () => ({ issues: [] }) }, { runs, seed });
  return cases;
}

/** Milliseconds of a plain loop of the own rater over the same cases. */
function plainLoop(law: Law, cases: readonly unknown[], clock: Clock): number {
  const rate = createAnswerer();
  const started = clock();
  for (const given of cases) for (const request of law.requests(given)) rate(request);
  return clock() - started;
}

/** Milliseconds of the harness over them: asking, checking answers, judging; each case is asked anew. */
async function harness(law: Law, runs: number, clock: Clock): Promise<number> {
  const run = await runLaw(law, { name: "flexbill", rate: createAnswerer() }, { runs, seed, clock });
  if (run.outcome === "failed") throw new Error(`${law.id} is broken`);
  return run.milliseconds.rating;
}

/** What the harness costs beside a plain loop, over all laws, in turn, each at its best of three rounds. */
export async function harnessCost(
  runs: number,
  clock: Clock,
): Promise<{ readonly plain: number; readonly harness: number }> {
  let [plain, ours] = [0, 0];
  for (const law of laws) {
    const cases = await casesOf(law, runs);
    const rounds: { plain: number; ours: number }[] = [];
    for (let round = 0; round < 3; round += 1) {
      rounds.push({ plain: plainLoop(law, cases, clock), ours: await harness(law, runs, clock) });
    }
    plain += Math.min(...rounds.map((round) => round.plain));
    ours += Math.min(...rounds.map((round) => round.ours));
  }
  return { plain, harness: ours };
}
