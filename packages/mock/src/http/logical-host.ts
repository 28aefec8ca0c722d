/** Twilio's product hosts that are told apart; a request to another one is answered as not served. */
export const productHosts = [
  "api",
  "taskrouter",
  "flex-api",
  "conversations",
  "pricing",
  "monitor",
  "insights",
  "iam",
  "oauth",
] as const;

/** Where a request is meant to go: the product's host, and the path there. */
export interface Target {
  readonly product: string;
  readonly path: string;
}

const ownPrefix = "/_flexbill";
const known: ReadonlySet<string> = new Set(productHosts);

/**
 * Paths overlap between products, so the host decides: `X-Forwarded-Host`, else the first part of the path, else `Host`.
 * Region and edge (`api.dublin.ie1.twilio.com`) do not matter. A host that is not Twilio's means the core API.
 */
export function targetOf(request: Request): Target {
  const url = request.url;
  const path = pathOf(url);
  if (path === ownPrefix || path.startsWith(`${ownPrefix}/`)) return { product: "_flexbill", path };
  const forwarded = productOf(request.headers.get("x-forwarded-host"));
  if (forwarded !== undefined) return { product: forwarded, path };
  const [, first = ""] = path.split("/", 2);
  if (known.has(first)) return { product: first, path: path.slice(first.length + 1) || "/" };
  return { product: productOf(request.headers.get("host")) ?? productOf(hostOf(url)) ?? "api", path };
}

/**
 * Where absolute addresses in an answer begin: Twilio's own host where the request was meant for it, else the mock's
 * with the product's prefix.
 */
export function baseOf(request: Request): string {
  const forwarded = request.headers.get("x-forwarded-host");
  if (productOf(forwarded) !== undefined) return `https://${forwarded}`;
  const { product, path } = targetOf(request);
  const [own, origin] = [pathOf(request.url), /^[a-z]+:\/\/[^/?#]*/i.exec(request.url)?.[0] ?? ""];
  if (own !== path) return `${origin}/${product}`;
  const host = request.headers.get("host");
  return productOf(host) === undefined ? origin : `https://${host}`;
}

function productOf(host: string | null): string | undefined {
  const match = /^([a-z-]+)(\.[a-z0-9-]+){0,2}\.twilio\.com(:\d+)?$/i.exec(host ?? "");
  return match?.[1]?.toLowerCase();
}

function hostOf(url: string): string {
  return /^[a-z]+:\/\/([^/?#]*)/i.exec(url)?.[1] ?? "";
}

function pathOf(url: string): string {
  return /^[a-z]+:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] || "/";
}
