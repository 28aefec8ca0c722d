import type { Located } from "@flexbill/documents";
import type { Issue } from "@flexbill/kernel";
import { type At, complaint } from "../complaint.ts";
import { beginning, type Known } from "./known.ts";
import { requestFor } from "./request-for.ts";
import { steps } from "./steps.ts";
import type { Moment } from "./story.ts";
import type { StoryStep, storySchema } from "./story-schema.ts";

type Written = (typeof storySchema)["_output"];

/** The moments of a story, and what in its steps cannot be. */
export interface Played {
  readonly moments: readonly Moment[];
  readonly issues: readonly Issue[];
}

/** Plays a story step by step. */
export function playStory(story: Written, source: Located): Played {
  const moments: Moment[] = [];
  let { known, issues } = beginning(story, source);
  for (const [index, step] of story.steps.entries()) {
    const path = ["steps", index];
    const name = stepName(step);
    if (name === undefined) {
      issues = [
        ...issues,
        complaint("schema.value", source, path, {
          wanted: "exactly-one-of",
          params: { options: Object.keys(steps).join(", ") },
        }),
      ];
      continue;
    }
    const taken = take(name, step, { known, source, path: [...path, name] });
    known = taken.known;
    issues = [...issues, ...taken.issues];
    const moment = momentOf(step, known);
    const at = source.placeOf([...path, name], "member");
    if (moment !== undefined) moments.push({ step: index + 1, ...(at === undefined ? {} : { at }), ...moment });
  }
  return { moments, issues };
}

type StepName = keyof typeof steps;

function stepName(step: StoryStep): StepName | undefined {
  const names = (Object.keys(steps) as StepName[]).filter((name) => step[name] !== undefined);
  return names.length === 1 ? names[0] : undefined;
}

interface Here {
  readonly known: Known;
  readonly source: Located;
  readonly path: At;
}

function take<Name extends StepName>(name: Name, step: StoryStep, here: Here) {
  const perform = steps[name] as (value: unknown, here: Here) => ReturnType<(typeof steps)[Name]>;
  return perform(step[name], here);
}

function momentOf({ expect, invoice }: StoryStep, known: Known): Omit<Moment, "step"> | undefined {
  if (expect !== undefined) return { expect, request: requestFor(known, expect) };
  if (invoice !== undefined) return { invoiced: invoice.lines, request: requestFor(known, invoice) };
  return undefined;
}
