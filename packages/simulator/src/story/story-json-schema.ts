import { jsonSchemaOf } from "@flexbill/documents";
import {
  callLegSchema,
  feeSchema,
  messageSchema,
  numberSchema,
  presenceSchema,
  recordingSchema,
  seatSchema,
  signInSchema,
  usageSchema,
} from "@flexbill/usage";
import type { z } from "zod";
import { type eventNames, storySchema } from "./story-schema.ts";

type JsonSchema = Readonly<Record<string, unknown>>;

const dataOf: Readonly<Record<(typeof eventNames)[number], z.ZodType>> = {
  presence: presenceSchema.shape.data,
  seat: seatSchema.shape.data,
  "sign-in": signInSchema.shape.data,
  "call-leg": callLegSchema.shape.data,
  message: messageSchema.shape.data,
  recording: recordingSchema.shape.data,
  number: numberSchema.shape.data,
  usage: usageSchema.shape.data,
  fee: feeSchema.shape.data,
};

/**
 * The JSON Schema of stories, for editors: with the members of each event, none of them required, since a story leaves
 * out what does not matter.
 *
 * @example
 * ```ts
 * storyJsonSchema()["title"]; // "flexbill.scenario/1"
 * ```
 */
export function storyJsonSchema(): JsonSchema {
  const shape = jsonSchemaOf(storySchema, "flexbill.scenario/1");
  const events = Object.entries(dataOf).map(([name, schema]) => {
    const { properties } = jsonSchemaOf(schema, name);
    return [name, { type: "object", properties, additionalProperties: false }] as const;
  });
  return withEvents(shape, Object.fromEntries(events)) as JsonSchema;
}

/** Wherever the schema lists the kinds of events, their members with them. */
function withEvents(schema: unknown, events: JsonSchema): unknown {
  if (typeof schema !== "object" || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map((item) => withEvents(item, events));
  const inner = Object.entries(schema).map(([key, value]) => [key, withEvents(value, events)] as const);
  const members = Object.fromEntries(inner);
  return "call-leg" in members ? { ...members, ...events } : members;
}
