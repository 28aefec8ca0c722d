import type { Answer } from "./door.ts";

/** Headers of every answer, by what they look like. */
const headers: Readonly<Record<string, RegExp>> = {
  "Twilio-Request-Id": /^RQ[0-9a-f]{32}$/,
  "Twilio-Request-Duration": /^\d+\.\d{3}$/,
  "Twilio-Concurrent-Requests": /^\d+$/,
  "X-Home-Region": /^us1$/,
  "X-Shenanigans": /^none$/,
  "X-Powered-By": /^AT-5000$/,
  "Strict-Transport-Security": /^max-age=31536000$/,
  "Access-Control-Allow-Origin": /^\*$/,
  "Access-Control-Allow-Headers": /If-Match.*Idempotency-Key/,
  "Access-Control-Allow-Methods": /^GET, POST, DELETE, OPTIONS$/,
  "Access-Control-Expose-Headers": /^ETag$/,
  "Access-Control-Allow-Credentials": /^true$/,
};

/** What is wrong with an answer whatever it answers: its headers, its length, its envelope where it refuses. */
export function answerProblems({ status, headers: given, text }: Answer, product: string): readonly string[] {
  const wrong = Object.entries(headers)
    .filter(([name, form]) => !form.test(given.get(name) ?? ""))
    .map(([name]) => `header ${name}: ${given.get(name)}`);
  if (given.get("X-API-Domain") !== `${product}.twilio.com`) wrong.push(`X-API-Domain: ${given.get("X-API-Domain")}`);
  if (status === 204) return text === "" ? wrong : [...wrong, "A deletion answers with a body"];
  if (given.get("content-type") !== "application/json") wrong.push(`Content-Type: ${given.get("content-type")}`);
  const length = String(new TextEncoder().encode(text).length);
  if (given.get("content-length") !== length)
    wrong.push(`Content-Length ${given.get("content-length")}, not ${length}`);
  if (status === 401 && given.get("www-authenticate") === null) wrong.push("No WWW-Authenticate");
  return status < 400 ? wrong : [...wrong, ...envelopeProblems(status, JSON.parse(text))];
}

/** The classic envelope, its keys in alphabetical order; a few captured ones have no code. */
function envelopeProblems(status: number, body: Readonly<Record<string, unknown>>): readonly string[] {
  const wanted =
    body["code"] === undefined
      ? { message: body["message"], status }
      : {
          code: body["code"],
          message: body["message"],
          more_info: `https://www.twilio.com/docs/errors/${body["code"]}`,
          status,
        };
  return JSON.stringify(body) === JSON.stringify(wanted) ? [] : [`Envelope: ${JSON.stringify(body)}`];
}
