/** True for two JSON values that say the same; members that are one object on both sides are not looked into. */
export function isSameDocument(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [mine, theirs] = [Object.entries(one), Object.entries(other)];
  return (
    mine.length === theirs.length &&
    mine.every(([key, value]) => Object.hasOwn(other, key) && isSameDocument(value, (other as Members)[key]))
  );
}

type Members = Readonly<Record<string, unknown>>;
