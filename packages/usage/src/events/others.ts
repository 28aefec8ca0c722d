/**
 * Whether an object has members beside those of these names. As long as its members keep the names' order, as most
 * writers do, it goes through the names once; the others it looks for one by one.
 *
 * @example
 * ```ts
 * hasOthers({ amount: "1", currency: "USD" }, ["amount", "currency"]); // → false
 * ```
 */
export function hasOthers(value: object, names: readonly string[]): boolean {
  let next = 0;
  for (const name in value) {
    const from = next;
    while (next < names.length && names[next] !== name) next += 1;
    if (next < names.length) next += 1;
    else if (names.includes(name)) next = from;
    else return true;
  }
  return false;
}
