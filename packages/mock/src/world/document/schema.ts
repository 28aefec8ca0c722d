import { dateText, decimalText, instantText, jsonSchemaOf, nonEmptyText, wish } from "@flexbill/documents";
import { z } from "zod";

/** The name and the major version of a world's document. */
export const worldSchemaName = "flexbill.world/1";

const map = z.record(z.string(), z.unknown());
const count = z.int().min(0);

const key = z.object({
  sid: nonEmptyText,
  secret: nonEmptyText,
  kind: z.enum(["main", "standard", "restricted"]),
  friendlyName: z.string(),
  allow: z.array(z.string()).exactOptional(),
  created: instantText,
  updated: instantText,
});

const parties = z.object({ from: z.string(), to: z.string() });
const said = z.object({
  from: z.string().nullable(),
  to: z.string(),
  body: z.string(),
  media: count,
  messagingService: z.string().nullable(),
});
const remembered = <Of extends z.ZodType>(of: Of) =>
  z.object({ erased: z.array(z.string()), said: z.record(z.string(), of) });

const row = z.object({
  sid: nonEmptyText,
  kind: z.enum([
    ...(["workspaces", "activities", "workers", "tasks", "reservations"] as const),
    ...(["task_queues", "workflows", "channels", "worker_channels"] as const),
  ]),
  workspace: nonEmptyText,
  name: z.string(),
  created: instantText,
  updated: instantText,
  version: count,
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

const happening = z.object({
  sid: nonEmptyText,
  workspace: nonEmptyText,
  type: nonEmptyText,
  at: instantText,
  resource: z.object({ type: z.string(), sid: z.string() }),
  description: z.string(),
  data: z.record(z.string(), z.string()),
});

const account = z.object({
  /** Names the account; formats.md section 1. */
  contract: map,
  owner: nonEmptyText,
  authToken: nonEmptyText,
  friendlyName: z.string(),
  status: z.enum(["active", "suspended", "closed"]),
  created: instantText,
  updated: instantText,
  /** Formats.md section 2. */
  events: z.array(z.unknown()),
  keys: z.array(key),
  calls: remembered(parties),
  messages: remembered(said),
  taskrouter: z.object({ rows: z.array(row), removed: z.array(z.string()), happenings: z.array(happening) }),
  flex: z.record(z.string(), z.string()),
});

const trigger = z.object({
  sid: nonEmptyText,
  account: nonEmptyText,
  category: nonEmptyText,
  recurring: z.enum(["daily", "monthly", "yearly"]).nullable(),
  triggerBy: z.enum(["count", "usage", "price"]),
  triggerValue: decimalText,
  currentValue: decimalText,
  callbackUrl: z.string(),
  callbackMethod: z.enum(["GET", "POST"]),
  friendlyName: z.string(),
  created: instantText,
  updated: instantText,
  fired: instantText.nullable(),
  /** The first day of the interval it last fired in. */
  firedIn: dateText.nullable(),
});

/** Everything a world holds, and where its clock stands. Contracts, events and price books have schemas of their own. */
export const worldDocumentSchema = z.object({
  schema: z.literal(worldSchemaName, { error: wish("schema.version", worldSchemaName) }),
  now: instantText,
  /** What the limits and prices are drawn from that the contracts leave open; null: none are drawn. */
  truth: z.int().min(0).nullable(),
  sidsMade: count,
  priceBook: map,
  accounts: z.array(account).min(1),
  triggers: z.array(trigger),
});

/** A world's document as it is read, before the documents inside it are. */
export type WorldDocument = z.output<typeof worldDocumentSchema>;

/** The JSON Schema of a world's document. */
export function worldJsonSchema(): Readonly<Record<string, unknown>> {
  return jsonSchemaOf(worldDocumentSchema, worldSchemaName);
}
