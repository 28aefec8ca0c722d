/** Something that an answer does otherwise than the evidence has it. */
export interface Problem {
  readonly operation: string;
  /** What it differs from: `schema`, or a file of fixtures/wire. */
  readonly from: string;
  /** The place in the body, lists as `*`. */
  readonly at: string;
  readonly what: string;
}

/** A place of the body, every index of a list written as a star. */
export function placeOf(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, "/*");
}
