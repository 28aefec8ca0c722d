import { type Issue, issue } from "@flexbill/kernel";
import type { FlexEvent } from "../events/event.ts";
import { pathOf } from "../path-of.ts";

/** Says that an identity came again with other content; the first seen counts (formats.md section 2). */
export function conflictIssue({ source, id }: FlexEvent): Issue {
  return issue("event.conflict", { path: pathOf("events", source, id), params: { source, id } });
}
