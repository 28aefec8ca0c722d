/** A number for each user, so that meters find theirs by index; nobody is 0. */
export interface Users {
  readonly indexOf: (user: string | null | undefined) => number;
  readonly nameOf: (index: number) => string | null;
}

/** No users yet. */
export function createUsers(): Users {
  const indexes = new Map<string, number>();
  const names: (string | null)[] = [null];
  return {
    indexOf: (user) => {
      if (user === null || user === undefined) return 0;
      const known = indexes.get(user);
      if (known !== undefined) return known;
      indexes.set(user, names.length);
      return names.push(user) - 1;
    },
    nameOf: (index) => names[index] ?? null,
  };
}
