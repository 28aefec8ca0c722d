import { pointerOf } from "@flexbill/documents";

/** The path of something that events speak of, as a JSON pointer: `/events/SOURCE/ID`, `/activities/SID`. */
export function pathOf(kind: "events" | "activities" | "providers", ...names: readonly string[]): string {
  return pointerOf([kind, ...names]);
}
