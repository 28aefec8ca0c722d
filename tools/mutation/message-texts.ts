// A plugin of Stryker: mutants inside what only a person reads are left out. The text of an assertion is no behaviour.

/** The part of Babel's path that is read here. */
interface Path {
  readonly key: string | number | null;
  readonly listKey?: string | null | undefined;
  readonly parent?: { readonly type: string; readonly callee?: { readonly type: string; readonly name?: string } };
}

/** True for the second argument of `assert` and the first of an error. */
export function isMessage({ key, listKey, parent }: Path): boolean {
  if (listKey !== "arguments" || parent?.callee?.type !== "Identifier") return false;
  if (parent.type === "CallExpression") return parent.callee.name === "assert" && key === 1;
  return parent.type === "NewExpression" && /Error$/.test(parent.callee.name ?? "") && key === 0;
}

export const strykerPlugins = [
  {
    kind: "Ignore",
    name: "message-texts",
    value: { shouldIgnore: (path: Path) => (isMessage(path) ? "The text of a message" : undefined) },
  },
] as const;
