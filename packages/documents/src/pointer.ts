/** A way from a document's root to one of its values: member names and list positions. */
export type Path = readonly PropertyKey[];

/**
 * The JSON pointer of a path (RFC 6901); the root is `""`.
 *
 * @example
 * ```ts
 * pointerOf(["plan", 0, "a/b"]); // "/plan/0/a~1b"
 * ```
 */
export function pointerOf(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
