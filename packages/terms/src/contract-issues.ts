import { inside, type Located, memberOf, nearest, pointerOf, shown } from "@flexbill/documents";
import { formatInstant, type Issue, type IssueCode, type IssueFields, issue, parseInstant } from "@flexbill/kernel";
import { entryIssues, isStandard, nearestProduct, productById } from "@flexbill/products";
import { assumptionKeys } from "./assumptions.ts";

/**
 * What contradicts itself across the members of a contract, whatever else is wrong with them: two entries of a dated
 * list that begin together, allowances that no plan could give, members of another plan model, switches that do not
 * exist, a time zone that differs from itself, and price overrides that cannot both hold.
 *
 * @example
 * ```ts
 * contractIssues(located({ assumptions: { "limits.poling": "x" } }))[0].code; // "schema.unknown-assumption"
 * ```
 */
export function contractIssues(source: Located): readonly Issue[] {
  return [
    ...beginningTwice(source, "logoutActivity", () => ""),
    ...beginningTwice(source, "plan", () => ""),
    ...beginningTwice(source, "allowances", (entry) => memberOf(entry, "product")),
    ...beginningTwice(source, "tax", (entry) => memberOf(entry, "name")),
    ...itemsOf(source, "plan").flatMap(([path, entry]) => planMembers(source, path, entry)),
    ...itemsOf(source, "allowances").flatMap(([path, entry]) => allowanceProduct(source, path, entry)),
    ...entryIssues(source, ["prices", "overrides"]),
    ...unknownAssumptions(source),
    ...timeZoneDiffers(source),
  ];
}

type At = readonly PropertyKey[];

function complaint(code: IssueCode, source: Located, path: At, fields: IssueFields): Issue {
  const found = inside(source, ...path).value;
  const text = found === undefined || typeof found === "object" ? undefined : shown(found);
  return issue(code, { path: pointerOf(path), at: source.placeOf(path), found: text, ...fields });
}

function itemsOf(source: Located, name: string): readonly (readonly [At, unknown])[] {
  const list = memberOf(source.value, name);
  return Array.isArray(list) ? list.map((item: unknown, index) => [[name, index], item]) : [];
}

function beginningTwice(source: Located, name: string, sort: (entry: unknown) => unknown): readonly Issue[] {
  const seen = new Set<string>();
  return itemsOf(source, name).flatMap(([path, entry]) => {
    if (typeof entry !== "object" || entry === null) return [];
    const from = memberOf(entry, "from");
    const key = JSON.stringify([sort(entry), beginning(from)]);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [complaint("schema.duplicate-from", source, from === undefined ? path : [...path, "from"], {})];
  });
}

/** Two ways to write one instant are one beginning. */
function beginning(from: unknown): unknown {
  const instant = typeof from === "string" ? parseInstant(from) : undefined;
  return instant?.ok ? formatInstant(instant.value) : from;
}

function planMembers(source: Located, path: At, entry: unknown): readonly Issue[] {
  const model = memberOf(entry, "model");
  const foreign = [
    ["freeHours", "active-user-hour", "free-hours-plan"],
    ["committedUsers", "named-user", "committed-users-plan"],
  ] as const;
  return foreign.flatMap(([member, owner, wanted]) => {
    if (memberOf(entry, member) === undefined || typeof model !== "string" || model === owner) return [];
    return [complaint("schema.plan-member", source, [...path, member], { found: model, wanted })];
  });
}

function allowanceProduct(source: Located, path: At, entry: unknown): readonly Issue[] {
  const product = memberOf(entry, "product");
  if (typeof product !== "string" || product === "" || isStandard(product)) return [];
  const where = [...path, "product"];
  if (productById(product) !== undefined) {
    return [complaint("schema.allowance-product", source, where, { wanted: "standard-product", clause: "T-12" })];
  }
  const meant = nearestProduct(product);
  const wanted =
    meant === undefined ? { wanted: "standard-product" } : { wanted: "nearest", params: { nearest: meant } };
  return [complaint("schema.unknown-product", source, where, wanted)];
}

function unknownAssumptions(source: Located): readonly Issue[] {
  const given = memberOf(source.value, "assumptions");
  if (typeof given !== "object" || given === null || Array.isArray(given)) return [];
  const known: readonly string[] = assumptionKeys;
  return Object.keys(given)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const path = ["assumptions", key];
      const meant = nearest(key, known);
      const wanted =
        meant === undefined ? { wanted: "known-value" } : { wanted: "nearest", params: { nearest: meant } };
      return complaint("schema.unknown-assumption", source, path, {
        at: source.placeOf(path, "member"),
        found: key,
        ...wanted,
      });
    });
}

function timeZoneDiffers(source: Located): readonly Issue[] {
  const path = ["assumptions", "billing.timeZone"];
  const assumed = inside(source, ...path).value;
  const timeZone = memberOf(source.value, "timeZone") ?? "UTC";
  if (typeof assumed !== "string" || typeof timeZone !== "string" || assumed === timeZone) return [];
  return [
    complaint("schema.time-zone-differs", source, path, {
      wanted: "same-time-zone",
      params: { timeZone },
      clause: "T-02",
    }),
  ];
}
