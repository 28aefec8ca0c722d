import type { Answer, Subject } from "../subject.ts";

/**
 * A rater that is an ES module: `export const rate = (request) => invoice`, or a promise of one, and optionally
 * `export const models = [...]`. Returns undefined where the module exports no `rate`.
 */
export function moduleSubject(name: string, loaded: unknown): Subject | undefined {
  if (typeof loaded !== "object" || loaded === null || !("rate" in loaded)) return undefined;
  const { rate } = loaded;
  if (typeof rate !== "function") return undefined;
  const models = "models" in loaded && Array.isArray(loaded.models) ? loaded.models.map(String) : undefined;
  const call: Subject["rate"] = (request) => rate(request) as Answer;
  return { name, rate: call, ...(models === undefined ? {} : { models }) };
}
