import { inside, type Located, memberOf } from "@flexbill/documents";
import type { Issue } from "@flexbill/kernel";
import { type At, complaint, unknownName } from "../complaint.ts";

/** The items of a list of a profile as it was written, whatever they are, each with its place. */
export function itemsOf(source: Located, ...path: At): readonly (readonly [At, unknown])[] {
  const list = inside(source, ...path).value;
  return Array.isArray(list) ? list.map((item: unknown, index) => [[...path, index], item]) : [];
}

/** The kinds of things that other parts of a profile name, and where they get their names. */
const named = {
  team: ["teams"],
  queue: ["queues"],
  line: ["calls", "dialling", "conversations", "notices"],
} as const;

type Kind = keyof typeof named | "account" | "activity";

function namesOf(source: Located, kind: Kind): readonly string[] {
  if (kind === "account") return Object.keys(inside(source, "accounts").value ?? {});
  if (kind === "activity") return Object.keys(inside(source, "activities", "others").value ?? {});
  return named[kind].flatMap((list) =>
    itemsOf(source, list).flatMap(([, item]) => {
      const id = memberOf(item, "id");
      return typeof id === "string" ? [id] : [];
    }),
  );
}

/** Things of one kind that share a name. */
export function duplicateNames(source: Located): readonly Issue[] {
  return Object.values(named).flatMap((lists) => {
    const seen = new Set<unknown>();
    return lists.flatMap((list) =>
      itemsOf(source, list).flatMap(([path, item]) => {
        const id = memberOf(item, "id");
        if (id === undefined || seen.size < seen.add(id).size) return [];
        return [complaint("schema.duplicate-name", source, [...path, "id"], { wanted: "unique" })];
      }),
    );
  });
}

/** Names of nothing, each with the nearest name that there is. */
export function unknownNames(source: Located): readonly Issue[] {
  const known = new Map<Kind, readonly string[]>();
  return [...references(source)].flatMap(([kind, path]) => {
    const found = inside(source, ...path).value;
    const names = known.get(kind) ?? namesOf(source, kind);
    known.set(kind, names);
    return typeof found !== "string" || names.includes(found) ? [] : [unknownName(source, path, names)];
  });
}

/** Every place of a profile that names something. */
function* references(source: Located): Generator<readonly [Kind, At]> {
  for (const [path] of itemsOf(source, "queues")) {
    for (const [at] of itemsOf(source, ...path, "teams")) yield ["team", at];
  }
  for (const list of ["calls", "dialling", "conversations"]) {
    for (const [path] of itemsOf(source, list)) {
      yield ["queue", [...path, "queue"]];
      yield ["queue", [...path, "transfers", "queue"]];
    }
  }
  for (const list of ["teams", "calls", "dialling", "conversations", "notices", "numbers"]) {
    for (const [path] of itemsOf(source, list)) yield ["account", [...path, "account"]];
  }
  for (const [path] of itemsOf(source, "campaigns"))
    for (const [at] of itemsOf(source, ...path, "lines")) yield ["line", at];
  for (const [team] of itemsOf(source, "teams")) {
    for (const [shift] of itemsOf(source, ...team, "shifts")) {
      for (const [at] of itemsOf(source, ...shift, "breaks")) yield ["activity", [...at, "activity"]];
    }
  }
}
