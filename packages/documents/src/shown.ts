const longest = 80;

/**
 * A found value as a message shows it: a text as it is, anything else as JSON, long ones cut.
 *
 * @example
 * ```ts
 * shown({ a: 1 }); // '{"a":1}'
 * ```
 */
export function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
