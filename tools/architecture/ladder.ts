/** Each stands on all before it. */
const ladder = ["kernel", "documents", "products", "terms", "usage", "charges", "reports"];

function upTo(top: string, ...others: readonly string[]): readonly string[] {
  return [...ladder.slice(0, ladder.indexOf(top) + 1), ...others];
}

/** What each room beside the ladder stands on. */
const beside: Readonly<Record<string, readonly string[]>> = {
  twilio: upTo("usage"),
  simulator: upTo("usage"),
  warehouse: upTo("usage"),
  invariants: upTo("charges", "simulator"),
  mock: upTo("charges", "twilio", "simulator"),
};

/** The packages that may touch the real clock, network, disk and console in `src/node/`. */
export const nodeFolderOwners: readonly string[] = ["mock", "twilio", "warehouse"];

/** What the sources of a package may import; nothing for a package that has no place on the ladder. */
export function standsOn(name: string): readonly string[] {
  if (name === "flexbill") return [...ladder, ...Object.keys(beside)];
  if (ladder.includes(name)) return ladder.slice(0, ladder.indexOf(name));
  return beside[name] ?? [];
}

export function isOnLadder(name: string): boolean {
  return name === "flexbill" || ladder.includes(name) || Object.hasOwn(beside, name);
}
