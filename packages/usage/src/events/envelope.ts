import { instantText, nonEmptyText, wish } from "@flexbill/documents";
import { z } from "zod";
import { isAbsentOrInstant, isObject, isText } from "./checks.ts";

/**
 * What every event is wrapped in: CloudEvents 1.0 (formats.md section 2). Extension attributes are allowed and mean
 * nothing here.
 */
export interface EventEnvelope<Type extends string, Data> {
  readonly specversion: "1.0";
  /** With `source` the event's identity. */
  readonly id: string;
  readonly source: string;
  readonly type: Type;
  /** The account SID. */
  readonly subject: string;
  /** When it was told; never billed by. */
  readonly time?: string;
  readonly data: Data;
}

const attributes = {
  specversion: z.literal("1.0", { error: wish("schema.version", "specversion") }),
  id: nonEmptyText,
  source: nonEmptyText,
  subject: nonEmptyText,
  time: instantText.optional(),
};

/** What is wrong with an event's attributes can be said even where its type is unknown. */
export const attributesSchema = z.looseObject(attributes);

/** The schema of an event of one type; members beside those of CloudEvents pass as extensions. */
export function envelopeSchema<Type extends string, Data extends z.ZodType>(type: Type, data: Data) {
  return z.looseObject({ ...attributes, type: z.literal(type), data });
}

/** The fast check of an envelope: true only where the envelope's schema passes, whatever its `data`. */
export function isEnvelope(
  value: unknown,
  type: string,
): value is EventEnvelope<string, Readonly<Record<string, unknown>>> {
  return (
    isObject(value) &&
    value["type"] === type &&
    value["specversion"] === "1.0" &&
    isText(value["id"]) &&
    isText(value["source"]) &&
    isText(value["subject"]) &&
    isAbsentOrInstant(value["time"]) &&
    isObject(value["data"])
  );
}
