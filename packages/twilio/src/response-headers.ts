/** What varies from one response to the next in Twilio's headers. */
export interface ResponseFacts {
  /** `RQ` and 32 hexadecimal digits. */
  readonly requestId: string;
  /** The logical host, such as `api.twilio.com`. */
  readonly host: string;
  /** Whole milliseconds the request took. */
  readonly milliseconds: number;
  /** Requests of the account being served, this one included. */
  readonly concurrent: number;
}

const fixed: Readonly<Record<string, string>> = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Headers":
    "Accept, Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since, Idempotency-Key",
  "Access-Control-Allow-Methods": "GET, POST, DELETE, OPTIONS",
  "Access-Control-Expose-Headers": "ETag",
  "Access-Control-Allow-Credentials": "true",
  "X-Powered-By": "AT-5000",
  "X-Shenanigans": "none",
  "X-Home-Region": "us1",
  "Strict-Transport-Security": "max-age=31536000",
};

/**
 * The headers that real responses carry beside content type and length.
 *
 * @example
 * ```ts
 * responseHeaders({ requestId: "RQ0", host: "api.twilio.com", milliseconds: 80, concurrent: 1 })["Twilio-Request-Duration"]; // "0.080"
 * ```
 */
export function responseHeaders(facts: ResponseFacts): Readonly<Record<string, string>> {
  const whole = Math.floor(facts.milliseconds / 1000);
  const rest = String(Math.floor(facts.milliseconds) % 1000).padStart(3, "0");
  return {
    "Twilio-Concurrent-Requests": String(facts.concurrent),
    "Twilio-Request-Id": facts.requestId,
    "Twilio-Request-Duration": `${whole}.${rest}`,
    ...fixed,
    "X-API-Domain": facts.host,
  };
}
