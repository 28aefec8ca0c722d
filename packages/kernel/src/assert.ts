function failure(message: string): Error {
  const error = new Error(message);
  error.name = "AssertionError";
  return error;
}

/**
 * States a promise that the program makes to itself. A broken one is our own fault, never the user's:
 * expected trouble is an {@link Issue} in a {@link Result}.
 *
 * @throws an Error named "AssertionError" with `message`, where `condition` is false
 * @example
 * ```ts
 * const places = 2;
 * assert(Number.isInteger(places), "Places are whole");
 * ```
 */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw failure(message);
}

/**
 * Marks a branch that no value reaches; it does not compile while a case is still open.
 *
 * @throws an Error named "AssertionError", if a value comes here all the same
 * @example
 * ```ts
 * [sign(one)].map((side) => {
 *   if (side === 0) return "zero";
 *   if (side === 1) return "plus";
 *   if (side === -1) return "minus";
 *   return unreachable(side);
 * }); // → ["plus"]
 * ```
 */
export function unreachable(value: never): never {
  throw failure(`Reached a case that was left out: ${String(value)}`);
}
