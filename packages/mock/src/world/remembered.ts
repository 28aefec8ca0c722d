/** What clients did to a list that the event log does not tell: rows taken off it, and what was said of rows. */
export interface Remembered<Said> {
  readonly erased: Set<string>;
  readonly said: Map<string, Said>;
}

/** A memory with nothing in it. */
export function nothingRemembered<Said>(): Remembered<Said> {
  return { erased: new Set(), said: new Map() };
}

/** A copy that later changes do not reach. */
export function copyOfRemembered<Said>({ erased, said }: Remembered<Said>): Remembered<Said> {
  return { erased: new Set(erased), said: new Map(said) };
}
