const loopbackName = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;
const twilioName = /^([a-z0-9-]+\.)+twilio\.com(:\d{1,5})?$/i;

/** Tells whether an authority, such as `localhost:4010`, is this machine by a name that nobody else can hold. */
export function isLoopbackName(authority: string): boolean {
  return loopbackName.test(authority);
}

/**
 * Tells whether a request may come from a program on this machine: a web page elsewhere that was rebound to this
 * address shows by `Host`, one that sends across by `Origin` and `Sec-Fetch-Site`.
 */
export function isTrusted({ headers, url }: Request, options: { readonly twilioHosts: boolean }): boolean {
  const host = headers.get("host") ?? /^[a-z]+:\/\/([^/?#]*)/i.exec(url)?.[1] ?? "";
  if (!isLoopbackName(host) && !(options.twilioHosts && twilioName.test(host))) return false;
  const origin = headers.get("origin");
  if (origin !== null && !isLoopbackName(origin.replace(/^https?:\/\//i, ""))) return false;
  return headers.get("sec-fetch-site") !== "cross-site";
}
