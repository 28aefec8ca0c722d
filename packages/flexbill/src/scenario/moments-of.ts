import type { ScenarioMoment } from "@flexbill/invariants";
import type { Story } from "@flexbill/simulator";

/** A story's moments for a rater: both sides write the documents of formats.md, each with types of its own. */
export function momentsOf({ moments }: Story): readonly ScenarioMoment[] {
  return moments as readonly unknown[] as readonly ScenarioMoment[];
}
