import type { FlexEvent } from "@flexbill/usage";

/** What tells an event from every other one, in a log and in a kept world. */
export function identityOf({ source, id }: Pick<FlexEvent, "source" | "id">): string {
  return JSON.stringify([source, id]);
}
