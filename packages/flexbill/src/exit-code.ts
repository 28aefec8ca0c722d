/** What the command's exit status says (the same in every command). */
export const exitCodes = {
  done: 0,
  /** The answer is no: an `error` issue on an invoice, a request without an invoice. */
  no: 1,
  /** The request was not understood: arguments or files. */
  request: 2,
  /** The world outside failed: network, disk. */
  outside: 3,
  /** Our own fault. */
  fault: 70,
  interrupted: 130,
  terminated: 143,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
