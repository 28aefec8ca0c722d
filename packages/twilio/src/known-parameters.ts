import data from "../data/parameters.json" with { type: "json" };

interface Operation {
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: ReadonlySet<string>;
}

const operations = new Map<string, readonly Operation[]>(
  Object.entries(data.operations).map(([product, all]) => [product, all.map(read)]),
);

/**
 * The names among those given that an operation of Twilio's does not have; none where the operation is not known.
 *
 * @param product the first part of the host, such as `api`
 *
 * @example
 * ```ts
 * unknownParameters("api", "GET", "/2010-04-01/Accounts/AC1/Usage/Records.json", ["category"]); // ["category"]
 * ```
 */
export function unknownParameters(
  product: string,
  method: string,
  path: string,
  names: Iterable<string>,
): readonly string[] {
  const known = operations.get(product)?.find((each) => each.method === method && each.pattern.test(path));
  return known === undefined ? [] : [...names].filter((name) => !known.names.has(name));
}

/**
 * The methods that Twilio's description has for a path; none where the path is not known.
 *
 * @param product the first part of the host, such as `api`
 *
 * @example
 * ```ts
 * knownMethods("api", "/2010-04-01/Accounts.json"); // ["GET", "POST"]
 * ```
 */
export function knownMethods(product: string, path: string): readonly string[] {
  const known = operations.get(product)?.filter(({ pattern }) => pattern.test(path)) ?? [];
  return known.map(({ method }) => method);
}

function read({ method, path, names }: { method: string; path: string; names: readonly string[] }): Operation {
  const parts = path.split(/(\{\w+\})/).map((part) => (part.startsWith("{") ? "[^/.]+" : part.replaceAll(".", "\\.")));
  return { method, pattern: new RegExp(`^${parts.join("")}$`), names: new Set(names) };
}
