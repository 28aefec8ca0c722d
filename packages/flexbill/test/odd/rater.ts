import { answerOddly } from "./behaviours.ts";

const way = process.env["ODD"] ?? "";

/** A rater as a module; one that hangs keeps its thread busy for ever. */
export function rate(request: never): unknown {
  while (way === "hangs");
  return answerOddly(way, request, () => process.exit(3));
}
