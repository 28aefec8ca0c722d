import type { Instant } from "@flexbill/kernel";
import { callDocument, isTestedResource, magicRefusal, messageDocument } from "@flexbill/twilio";
import { sidOf } from "../world/sids.ts";
import type { MockContext } from "./environment.ts";
import { readForm } from "./form.ts";
import { refuseCall, refuseMessage } from "./new-traffic.ts";
import { json, problem } from "./respond.ts";

/**
 * What test credentials get: new calls and messages are checked, answered and forgotten, the magic numbers fail as
 * Twilio publishes it, and everything else is not theirs to reach.
 *
 * @param account the test credentials' own account
 * @param count how many requests with test credentials came before, for a SID of its own
 */
export async function answerTest(c: MockContext, account: string, now: Instant, count: number): Promise<Response> {
  const { product, path } = c.get("target");
  const [, of, resource = ""] = /^\/2010-04-01\/Accounts\/([^/]+)\/([A-Za-z]+)\.json$/.exec(path) ?? [];
  const reached = product === "api" && c.req.method === "POST" && of === account && isTestedResource(resource);
  if (!reached) return problem("testCredentials");
  const form = await readForm(c);
  if (form === undefined) return problem("tooLarge");
  const magic = magicRefusal(resource, form);
  const refusal = magic ?? refusers[resource]?.(form);
  if (refusal !== undefined) return problem(refusal.error, { number: refusal.number ?? "" });
  if (resource === "Messages") return json(201, messageOf(form, account, now, count));
  if (resource === "Calls") return json(201, callOf(form, account, now, count));
  return problem("notServed", { what: `POST api.twilio.com${path}` });
}

const refusers: Readonly<Record<string, typeof refuseCall | undefined>> = {
  Calls: refuseCall,
  Messages: refuseMessage,
};

function messageOf(form: URLSearchParams, account: string, now: Instant, count: number) {
  const media = form.getAll("MediaUrl").filter((url) => url !== "").length;
  return messageDocument({
    sid: sidOf(media > 0 ? "MM" : "SM", `${account}/test/${count}`),
    account,
    from: form.get("From"),
    to: form.get("To") ?? "",
    body: form.get("Body") ?? "",
    segments: "1",
    media,
    direction: "outbound-api",
    status: "queued",
    messagingService: form.get("MessagingServiceSid"),
    sent: now,
    updated: now,
    price: null,
    currency: "USD",
  });
}

function callOf(form: URLSearchParams, account: string, now: Instant, count: number) {
  return callDocument({
    sid: sidOf("CA", `${account}/test/${count}`),
    account,
    parent: null,
    from: form.get("From") ?? "",
    to: form.get("To") ?? "",
    direction: "outbound-api",
    status: "queued",
    start: now,
    end: null,
    price: null,
    currency: "USD",
  });
}
