/** A queue of patient or impatient callers in front of equal users, all times exponential (Palm's Erlang A). */
export interface ErlangQueue {
  /** Callers a second. */
  readonly arrivals: number;
  /** Calls that one user ends in a second of talking. */
  readonly service: number;
  readonly users: number;
  /** Callers who give up in a second of waiting; 0 makes it Erlang C. */
  readonly impatience: number;
}

/** What the formula says of a queue in its steady state. */
export interface ErlangFigures {
  /** Answered within the seconds, of all. */
  readonly serviceLevel: number;
  /** Of all, whether they were answered or gave up. */
  readonly meanWaitSeconds: number;
  readonly occupancy: number;
}

const mostWaiting = 600;

/** The chances of 0, 1, 2 … callers in the system. */
function stationary({ arrivals, service, users, impatience }: ErlangQueue): readonly number[] {
  const weights = [1];
  for (let inside = 1; inside <= users + mostWaiting; inside += 1) {
    const leave = Math.min(inside, users) * service + Math.max(0, inside - users) * impatience;
    weights.push(((weights[inside - 1] as number) * arrivals) / leave);
  }
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / whole);
}

/** The chance of an answer within the seconds for a caller with 0, 1, 2 … others ahead: the chain of those who leave. */
function answeredWithin({ service, users, impatience }: ErlangQueue, seconds: number): readonly number[] {
  const steps = 2000;
  const step = seconds / steps;
  let chances = new Array<number>(mostWaiting).fill(0);
  const slope = (at: readonly number[]): readonly number[] =>
    at.map((own, ahead) => {
      const rate = users * service + ahead * impatience;
      return rate * ((ahead === 0 ? 1 : (at[ahead - 1] as number)) - own) - impatience * own;
    });
  for (let done = 0; done < steps; done += 1) {
    const first = slope(chances);
    const middle = slope(chances.map((own, ahead) => own + (step / 2) * (first[ahead] as number)));
    chances = chances.map((own, ahead) => own + step * (middle[ahead] as number));
  }
  return chances;
}

/** The figures of a queue in its steady state. */
export function erlang(queue: ErlangQueue, seconds: number): ErlangFigures {
  const chances = stationary(queue);
  const within = answeredWithin(queue, seconds);
  let [serviceLevel, waiting, busy] = [0, 0, 0];
  for (const [inside, probability] of chances.entries()) {
    const ahead = inside - queue.users;
    serviceLevel += probability * (ahead < 0 ? 1 : (within[ahead] ?? 0));
    waiting += probability * Math.max(0, ahead);
    busy += probability * Math.min(inside, queue.users);
  }
  return { serviceLevel, meanWaitSeconds: waiting / queue.arrivals, occupancy: busy / queue.users };
}
