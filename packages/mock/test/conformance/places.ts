/** The value at a place of a body, such as `calls.0.sid`. */
export function valueAt(body: unknown, place: string): unknown {
  return place
    .split(".")
    .reduce<unknown>(
      (value, key) =>
        typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      body,
    );
}

/** A text with what was learned in place of each `{name}`; what was not learned stays, and is found missing. */
export function filled(text: string, known: Readonly<Record<string, string>>): string {
  return text.replace(/\{([\w ]+)\}/g, (whole, name: string) => known[name] ?? whole);
}
