import type { Contestant, Figure, Task } from "./suite.ts";

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

function time(run: () => string): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function checkAnswers(task: Task): void {
  const wanted = task.baseline.run();
  for (const { name, run } of task.others) {
    const answer = run();
    if (answer !== wanted) throw new Error(`${task.name}: ${name} answers ${answer}, the baseline ${wanted}`);
  }
}

/** What one contestant's rounds come to, each as [the baseline's milliseconds, its own]. */
const summary = {
  median: (rounds: readonly (readonly [number, number])[]) => ({
    ms: median(rounds.map(([, own]) => own)),
    timesFaster: median(rounds.map(([baseline, own]) => baseline / own)),
  }),
  least: (rounds: readonly (readonly [number, number])[]) => {
    const ms = Math.min(...rounds.map(([, own]) => own));
    return { ms, timesFaster: Math.min(...rounds.map(([baseline]) => baseline)) / ms };
  },
};

/** Runs the contestants of a task in turn, round after round, so that a slow moment of the machine meets all of them. */
export function measure(task: Task, rounds: number): readonly Figure[] {
  const contestants: readonly Contestant[] = [task.baseline, ...task.others];
  for (let warm = 0; warm < 3; warm += 1) checkAnswers(task);
  const times = Array.from({ length: rounds }, () => contestants.map(({ run }) => time(run)));
  const by = task.by ?? "median";
  return contestants.map((contestant, index) => {
    const { ms, timesFaster } = summary[by](times.map((round) => [round[0] ?? Number.NaN, round[index] ?? Number.NaN]));
    const { atLeast = null, atMostMs = null } = contestant;
    return {
      task: task.name,
      contestant: contestant.name,
      by,
      operations: task.operations,
      ms,
      nsPerOperation: (ms * 1e6) / task.operations,
      timesFaster,
      atLeast,
      atMostMs,
      kept: (atLeast === null || timesFaster >= atLeast) && (atMostMs === null || ms <= atMostMs),
    };
  });
}
