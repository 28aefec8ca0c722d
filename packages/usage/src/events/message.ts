import { currencyText, instantText, nameText, nonEmptyText, nonNegativeDecimalText, wish } from "@flexbill/documents";
import { isCurrency } from "@flexbill/kernel";
import { z } from "zod";
import {
  isInstant,
  isName,
  isObject,
  isOptionalText,
  isQuantity,
  isText,
  isTextOrNull,
  type Members,
} from "./checks.ts";
import { type EventEnvelope, envelopeSchema, isEnvelope } from "./envelope.ts";
import {
  type CommonData,
  commonShape,
  type Direction,
  directionField,
  hasCommon,
  isDirection,
  isOptionalNumberType,
  type NumberType,
  numberTypeField,
  oneOf,
  optionalTextField,
} from "./shared-data.ts";

/** What carries a message; `ott` is any app without a name of its own here, such as LINE. */
export type Channel = "sms" | "mms" | "whatsapp" | "messenger" | "rcs" | "ott" | "webchat" | "email";

/** What a third party takes for a message. */
export interface ProviderFee {
  readonly amount: string;
  readonly currency: string;
}

/** The company behind a channel; its `fee` is null where it charges and the amount is not known. */
export interface MessageProvider {
  readonly name: string;
  readonly category?: string | null;
  readonly fee: ProviderFee | null;
}

/** One message of any channel. */
export interface Message extends CommonData {
  readonly message: string;
  readonly channel: Channel;
  readonly direction: Direction;
  readonly at: string;
  /** How many segments, a decimal; an SMS must say it. */
  readonly segments?: string | null;
  readonly country?: string | null;
  readonly numberType?: NumberType | null;
  readonly carrier?: string | null;
  /** Null where no provider charges. */
  readonly provider: MessageProvider | null;
  readonly user: string | null;
  readonly customer: string | null;
  readonly conversation?: string | null;
}

export const messageType = "dev.flexbill.message";

/** An event of a message. */
export type MessageEvent = EventEnvelope<typeof messageType, Message>;

const channels = ["sms", "mms", "whatsapp", "messenger", "rcs", "ott", "webchat", "email"] as const;

const providerSchema = z.object({
  name: nameText,
  category: optionalTextField,
  fee: z.object({ amount: nonNegativeDecimalText, currency: currencyText }).nullable(),
});

export const messageSchema = envelopeSchema(
  messageType,
  z
    .object({
      message: nonEmptyText,
      channel: z.enum(channels),
      direction: directionField,
      at: instantText,
      segments: nonNegativeDecimalText.nullish(),
      country: optionalTextField,
      numberType: numberTypeField.nullish(),
      carrier: optionalTextField,
      provider: providerSchema.nullable(),
      user: nonEmptyText.nullable(),
      customer: nonEmptyText.nullable(),
      conversation: optionalTextField,
      ...commonShape,
    })
    .refine(({ channel, segments }) => channel !== "sms" || (segments !== null && segments !== undefined), {
      error: wish("schema.missing", "segments-of-sms"),
      path: ["segments"],
    }),
);

const isChannel = oneOf(channels);

/**
 * The fast check of a message event: true only where its schema passes.
 *
 * @example
 * ```ts
 * isMessage({ type: "dev.flexbill.message" }); // → false
 * ```
 */
export function isMessage(value: unknown): value is MessageEvent {
  return isEnvelope(value, messageType) && isRoute(value.data) && isMessageData(value.data);
}

function isRoute(data: Members): boolean {
  const { channel, segments } = data as { readonly channel?: unknown; readonly segments?: unknown };
  const absent = segments === undefined || segments === null;
  return isChannel(channel) && isDirection(data["direction"]) && (absent ? channel !== "sms" : isQuantity(segments));
}

function isMessageData(data: Members): boolean {
  return (
    isText(data["message"]) &&
    isInstant(data["at"]) &&
    isOptionalText(data["country"]) &&
    isOptionalNumberType(data["numberType"]) &&
    isOptionalText(data["carrier"]) &&
    (data["provider"] === null || isProvider(data["provider"])) &&
    isTextOrNull(data["user"]) &&
    isTextOrNull(data["customer"]) &&
    isOptionalText(data["conversation"]) &&
    hasCommon(data["useCase"], data["labels"])
  );
}

function isProvider(value: unknown): boolean {
  if (!isObject(value)) return false;
  return isName(value["name"]) && isOptionalText(value["category"]) && (value["fee"] === null || isFee(value["fee"]));
}

function isFee(value: unknown): boolean {
  if (!isObject(value)) return false;
  const currency = value["currency"];
  return isQuantity(value["amount"]) && typeof currency === "string" && isCurrency(currency);
}
