/** Calls back after so many milliseconds; the result calls that off. */
export type After = (milliseconds: number, then: () => void) => () => void;

/** Waits for a rater's next sign of life while it owes answers. */
export interface Patience {
  readonly asked: () => void;
  readonly answered: () => void;
}

/**
 * Runs out when a rater that owes an answer has given none for so many milliseconds. A rater that is asked many requests
 * at once and answers them one after the other is slow, not hung: every answer begins the wait anew.
 */
export function patienceOf(milliseconds: number, after: After, ranOut: () => void): Patience {
  let owed = 0;
  let callOff: (() => void) | undefined;
  const wait = () => {
    callOff?.();
    callOff = owed > 0 ? after(milliseconds, ranOut) : undefined;
  };
  return {
    asked: () => {
      owed += 1;
      if (owed === 1) wait();
    },
    answered: () => {
      owed -= 1;
      wait();
    },
  };
}
