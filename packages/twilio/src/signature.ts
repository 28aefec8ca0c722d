/** Form parameters of a callback; a parameter given several times has a list. */
export type CallbackParameters = Readonly<Record<string, string | readonly string[]>>;

/**
 * The value of `X-Twilio-Signature` for a callback: base64 of HMAC-SHA1 over the address and the sorted parameters.
 * Uses Web Crypto, so it runs in browsers and workers as well.
 *
 * @param authToken the primary auth token of the account that the event belongs to
 * @param url the address as configured, with its query; a fragment is left out
 * @param parameters form parameters of a POST; none for GET and for JSON bodies
 *
 * @example
 * ```ts
 * (await twilioSignature("12345", "https://example.com/hook", { Digits: "1" })).length; // 28
 * ```
 */
export async function twilioSignature(
  authToken: string,
  url: string,
  parameters: CallbackParameters = {},
): Promise<string> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey("raw", encoder.encode(authToken), { name: "HMAC", hash: "SHA-1" }, false, [
    "sign",
  ]);
  const signature = await crypto.subtle.sign("HMAC", key, encoder.encode(signedText(url, parameters)));
  return base64(new Uint8Array(signature));
}

/**
 * The address to sign and to call for a JSON body: its query gets `bodySHA256`, the hexadecimal digest of the raw body.
 *
 * @example
 * ```ts
 * (await withBodyDigest("https://example.com/hook", "{}")).includes("?bodySHA256="); // true
 * ```
 */
export async function withBodyDigest(url: string, body: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(body)));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const [address = "", fragment] = url.split("#", 2);
  const joined = `${address}${address.includes("?") ? "&" : "?"}bodySHA256=${hex}`;
  return fragment === undefined ? joined : `${joined}#${fragment}`;
}

function signedText(url: string, parameters: CallbackParameters): string {
  const names = Object.keys(parameters).sort();
  return (url.split("#", 1)[0] ?? "") + names.map((name) => named(name, parameters[name] ?? "")).join("");
}

function named(name: string, value: string | readonly string[]): string {
  const values = typeof value === "string" ? [value] : [...new Set(value)].sort();
  return values.map((each) => name + each).join("");
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
