/** One way to do a task. `run` does all of it and returns a text that every contestant must return too. */
export interface Contestant {
  readonly name: string;
  readonly run: () => string;
  /** How many times faster than the baseline it promises to be. */
  readonly atLeast?: number;
  /** How many milliseconds a run may take, at the median: for what has no other program to stand beside. */
  readonly atMostMs?: number;
}

/** One task, done by a baseline first and by others. */
export interface Task {
  readonly name: string;
  readonly operations: number;
  /** A start of a process is told by its least time, since the machine can only add to it; else the median. */
  readonly by?: "median" | "least";
  readonly baseline: Contestant;
  readonly others: readonly Contestant[];
}

/** Tasks that belong together; `run.ts` finds a suite as `<name>/suite.ts`, exported as `suite`. */
export interface Suite {
  readonly name: string;
  readonly tasks: readonly Task[];
}

/**
 * A contestant's figures: the median of its rounds, and the median of the ratios to the baseline, round by round; or the
 * least of its rounds, and the ratio of the baseline's least to it.
 */
export interface Figure {
  readonly task: string;
  readonly contestant: string;
  readonly by: "median" | "least";
  readonly operations: number;
  readonly ms: number;
  readonly nsPerOperation: number;
  readonly timesFaster: number;
  readonly atLeast: number | null;
  readonly atMostMs: number | null;
  readonly kept: boolean;
}
