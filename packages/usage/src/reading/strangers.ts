import { eventSchema, type FlexEvent } from "../events/event.ts";
import { messageType } from "../events/message.ts";

/** The members of `data` by event type. */
const known: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  eventSchema.options.map((schema) => [schema.shape.type.value, new Set(Object.keys(schema.shape.data.shape))]),
);

const providerMembers: ReadonlySet<string> = new Set(["name", "category", "fee"]);
const feeMembers: ReadonlySet<string> = new Set(["amount", "currency"]);

/** True where an event's `data` has members that formats.md does not name. */
export function hasStrangers(event: FlexEvent): boolean {
  const names = known.get(event.type);
  if (names === undefined || hasOthers(event.data, names)) return true;
  if (event.type !== messageType || event.data.provider === null) return false;
  const { provider } = event.data;
  return hasOthers(provider, providerMembers) || (provider.fee !== null && hasOthers(provider.fee, feeMembers));
}

function hasOthers(value: object, names: ReadonlySet<string>): boolean {
  for (const name in value) if (!names.has(name)) return true;
  return false;
}
