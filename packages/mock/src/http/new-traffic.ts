import type { ErrorName } from "@flexbill/twilio";
import { isAddress, isSender } from "./addresses.ts";

/** Why something cannot be made: an error, and the number it names. */
export interface Refusal {
  readonly error: ErrorName;
  readonly number?: string;
}

/** What is missing or wrong in the form of a new call; undefined where it can be made. */
export function refuseCall(form: URLSearchParams): Refusal | undefined {
  const [to, from] = [form.get("To") ?? "", form.get("From") ?? ""];
  if (to === "") return { error: "missingTo" };
  if (from === "") return { error: "missingFrom" };
  if (!isAddress(to)) return { error: "invalidTo", number: to };
  if (!isAddress(from)) return { error: "invalidFrom", number: from };
  const says = ["Url", "Twiml", "ApplicationSid"].some((name) => (form.get(name) ?? "") !== "");
  return says ? undefined : { error: "missingUrl" };
}

/** What is missing or wrong in the form of a new message; undefined where it can be sent. */
export function refuseMessage(form: URLSearchParams): Refusal | undefined {
  const [to, from] = [form.get("To") ?? "", form.get("From") ?? ""];
  if (to === "") return { error: "missingTo" };
  if (!isAddress(to)) return { error: "invalidTo", number: to };
  if (from === "" && (form.get("MessagingServiceSid") ?? "") === "") return { error: "missingFrom" };
  if (from !== "" && !isSender(from)) return { error: "invalidFrom", number: from };
  const says = ["Body", "ContentSid", "MediaUrl"].some((name) => form.getAll(name).some((value) => value !== ""));
  return says ? undefined : { error: "missingBody" };
}
