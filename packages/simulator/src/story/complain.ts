import { inside, type Located, nearest, pointerOf, shown } from "@flexbill/documents";
import { type Issue, issue } from "@flexbill/kernel";
import type { At } from "../profile/names.ts";

/** An issue about a value of a story. */
export function complain(source: Located, path: At, wanted: string, params?: Readonly<Record<string, string>>): Issue {
  return issue("schema.value", { ...placed(source, path), wanted, params });
}

/** That nothing has this name, with the nearest name that something has. */
export function unknownName(source: Located, path: At, known: readonly string[]): Issue {
  const found = inside(source, ...path).value;
  const near = typeof found === "string" ? nearest(found, known) : undefined;
  const options = { wanted: "one-of", params: { options: known.join(", ") } };
  const wanted = near === undefined ? options : { wanted: "nearest", params: { nearest: near } };
  return issue("schema.unknown-name", { ...placed(source, path), ...(known.length === 0 ? {} : wanted) });
}

/** What another reader found wrong with a part of a story, at home in the story; a stranger is an error here. */
export function own({ code, severity: _, ...fields }: Issue, path: At = []): Issue {
  const placed = { ...fields, path: `${pointerOf(path)}${fields.path}` };
  return code === "unknown-member" ? issue("schema.value", { wanted: "known-value", ...placed }) : issue(code, placed);
}

function placed(source: Located, path: At) {
  const found = inside(source, ...path).value;
  const text = found === undefined || typeof found === "object" ? undefined : shown(found);
  return { path: pointerOf(path), at: source.placeOf(path), found: text };
}
