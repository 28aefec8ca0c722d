import { inside, type Located, nearest, pointerOf, shown } from "@flexbill/documents";
import { type Issue, type IssueCode, type IssueFields, issue } from "@flexbill/kernel";

/** Where something stands in a document. */
export type At = readonly PropertyKey[];

/** An issue about a part of a document. */
export function complaint(code: IssueCode, source: Located, path: At, fields: IssueFields = {}): Issue {
  const found = inside(source, ...path).value;
  const text = found === undefined || typeof found === "object" ? undefined : shown(found);
  return issue(code, { path: pointerOf(path), at: source.placeOf(path), found: text, ...fields });
}

/** That nothing has this name, with the nearest name that something has. */
export function unknownName(source: Located, path: At, known: readonly string[]): Issue {
  const found = inside(source, ...path).value;
  const near = typeof found === "string" ? nearest(found, known) : undefined;
  const options = { wanted: "one-of", params: { options: known.join(", ") } };
  const wanted = near === undefined ? options : { wanted: "nearest", params: { nearest: near } };
  return complaint("schema.unknown-name", source, path, known.length === 0 ? {} : wanted);
}

/** What another reader found wrong with the part of a document at `path`; a stranger is an error here. */
export function own({ code, severity: _, ...fields }: Issue, path: At = []): Issue {
  const placed = { ...fields, path: `${pointerOf(path)}${fields.path}` };
  return code === "unknown-member" ? issue("schema.value", { wanted: "known-value", ...placed }) : issue(code, placed);
}
