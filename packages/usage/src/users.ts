import { compareText } from "@flexbill/kernel";
import { createTexts } from "./texts.ts";

/** A number for each user, so that meters find theirs by index; nobody is 0. */
export interface Users {
  readonly indexOf: (user: string | null | undefined) => number;
  readonly nameOf: (index: number) => string | null;
  /** Every number, nobody's first and the others in the order of their names. */
  readonly inOrder: () => readonly number[];
}

/** No users yet. */
export function createUsers(): Users {
  const texts = createTexts();
  let ordered: readonly number[] = [0];

  function order(): readonly number[] {
    const numbers = Array.from({ length: texts.size() }, (_, index) => index + 1);
    return [0, ...numbers.sort((a, b) => compareText(texts.textOf(a - 1), texts.textOf(b - 1)))];
  }

  return {
    indexOf: (user) => (user === null || user === undefined ? 0 : texts.indexOf(user) + 1),
    nameOf: (index) => (index === 0 ? null : texts.textOf(index - 1)),
    inOrder: () => {
      if (ordered.length <= texts.size()) ordered = order();
      return ordered;
    },
  };
}
