import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Pair } from "yaml";
import type { PlaceOf } from "./located.ts";
import type { Path } from "./pointer.ts";

/** The offset of the part of a YAML document that a path leads to, or of the nearest part around it. */
export function yamlOffset(document: Document, path: Path, of: PlaceOf): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, key] of path.entries()) {
    const found = step(document, node, key);
    if (found === undefined) return offset;
    const wantsMember = of === "member" && index === path.length - 1;
    offset =
      (wantsMember ? startOf(found.member) : undefined) ?? startOf(found.value) ?? startOf(found.member) ?? offset;
    node = found.value;
  }
  return offset;
}

interface Step {
  readonly member: unknown;
  readonly value: unknown;
}

function step(document: Document, node: unknown, key: PropertyKey): Step | undefined {
  const target = isAlias(node) ? node.resolve(document) : node;
  if (isMap(target)) {
    const pair = target.items.find((item) => nameOf(item) === String(key));
    return pair && { member: pair.key, value: pair.value };
  }
  if (isSeq(target) && target.items[Number(key)] !== undefined) {
    return { member: target.items[Number(key)], value: target.items[Number(key)] };
  }
  return undefined;
}

function nameOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
