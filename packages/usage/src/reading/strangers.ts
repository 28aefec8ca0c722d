import type { FlexEvent } from "../events/event.ts";
import { eventSchema } from "../events/event.ts";

const common = ["useCase", "labels"];

/** The members of `data` by event type. */
const known: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  eventSchema.options.map((schema) => [
    schema.shape.type.value,
    new Set([...Object.keys(schema.shape.data.shape), ...common]),
  ]),
);

const none: readonly string[] = [];

/** The members of an event's `data` that formats.md does not name. */
export function strangersIn(event: FlexEvent): readonly string[] {
  const names = known.get(event.type);
  let strangers: string[] | undefined;
  for (const name in event.data) {
    if (names?.has(name)) continue;
    strangers ??= [];
    strangers.push(name);
  }
  return strangers ?? none;
}
