import { instantText, nonEmptyText } from "@flexbill/documents";
import { z } from "zod";
import { isInstant, isText } from "./checks.ts";
import { type EventEnvelope, envelopeSchema, isEnvelope } from "./envelope.ts";
import { type CommonData, commonShape, hasCommon } from "./shared-data.ts";

/** A user signed in to Flex. */
export interface SignIn extends CommonData {
  readonly user: string;
  readonly at: string;
}

export const signInType = "dev.flexbill.sign-in";

/** An event of a sign-in. */
export type SignInEvent = EventEnvelope<typeof signInType, SignIn>;

export const signInSchema = envelopeSchema(
  signInType,
  z.object({ user: nonEmptyText, at: instantText, ...commonShape }),
);

/**
 * The fast check of a sign-in event: true only where its schema passes.
 *
 * @example
 * ```ts
 * isSignIn({ type: "dev.flexbill.sign-in" }); // → false
 * ```
 */
export function isSignIn(value: unknown): value is SignInEvent {
  if (!isEnvelope(value, signInType)) return false;
  const { data } = value;
  return isText(data["user"]) && isInstant(data["at"]) && hasCommon(data["useCase"], data["labels"]);
}
