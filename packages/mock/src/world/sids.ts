/** Makes SIDs: a prefix and 32 hexadecimal digits, each once, the same ones in every run. */
export interface Sids {
  next(prefix: string): string;
  /** How many were made, to go on from after a restore. */
  readonly made: number;
}

/** Opens a series of SIDs; two worlds of one seed make the same ones. */
export function createSids(seed: string, made = 0): Sids {
  let count = made;
  return {
    next: (prefix) => {
      count += 1;
      return sidOf(prefix, `${seed}/${count}`);
    },
    get made() {
      return count;
    },
  };
}

/**
 * The SID of a thing that has only a name: the name itself where it already is one, else its digest under the prefix.
 *
 * @example
 * ```ts
 * sidOf("CA", "call 7").length; // 34
 * ```
 */
export function sidOf(prefix: string, name: string): string {
  if (name.startsWith(prefix) && /^[0-9a-fA-F]{32}$/.test(name.slice(prefix.length))) return name;
  return prefix + [1, 2, 3, 4].map((salt) => digest(`${salt}${prefix}${name}`)).join("");
}

function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = mix(hash ^ (character.codePointAt(0) ?? 0));
  return (mix(hash ^ (hash >>> 15)) >>> 0).toString(16).padStart(8, "0");
}

function mix(value: number): number {
  const product = Math.imul(value, 0x01000193);
  return product ^ (product >>> 13);
}
