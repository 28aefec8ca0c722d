import { type ErrorName, errorEnvelope } from "@flexbill/twilio";

const encoder = new TextEncoder();

/** A JSON response with its length, which clients that keep connections open wait for. */
export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return jsonText(status, JSON.stringify(body), headers);
}

/** A response of a text that is JSON already. */
export function jsonText(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Response {
  const bytes = encoder.encode(text);
  return new Response(bytes, {
    status,
    headers: { "Content-Type": "application/json", "Content-Length": String(bytes.length), ...headers },
  });
}

/** An answer in the classic error envelope. */
export function problem(name: ErrorName, parameters: Readonly<Record<string, string>> = {}): Response {
  const envelope = errorEnvelope(name, parameters);
  const challenge = envelope.status === 401 ? { "WWW-Authenticate": 'Basic realm="Twilio API"' } : {};
  return json(envelope.status, envelope, challenge);
}
