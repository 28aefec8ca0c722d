import type { Charge, Invoice } from "@flexbill/charges";

/** The lines of one kind, product, unit and currency in two bills. */
export interface LineGroup {
  readonly before: readonly Charge[];
  readonly now: readonly Charge[];
  readonly any: Charge;
}

/** A line that both bills have. */
export interface LinePair {
  readonly before: Charge;
  readonly now: Charge;
}

const keyOf = ({ kind, product, unit, currency }: Charge): string => [kind, product, unit, currency].join(" ");

/** The lines of two bills by kind, product, unit and currency. */
export function groupLines(before: Invoice, now: Invoice): readonly LineGroup[] {
  const [old, young] = [Map.groupBy(before.charges, keyOf), Map.groupBy(now.charges, keyOf)];
  return [...new Set([...old.keys(), ...young.keys()])].flatMap((key) => {
    const lines = { before: old.get(key) ?? [], now: young.get(key) ?? [] };
    const any = lines.now[0] ?? lines.before[0];
    return any === undefined ? [] : [{ ...lines, any }];
  });
}

/** The lines that both have, by id, and those that one has alone. */
export function pairsOf({ before, now }: LineGroup) {
  const old = new Map(before.map((charge) => [charge.id, charge]));
  const ids = new Set(now.map(({ id }) => id));
  return {
    common: now.flatMap((charge): readonly LinePair[] => {
      const partner = old.get(charge.id);
      return partner === undefined ? [] : [{ before: partner, now: charge }];
    }),
    appeared: now.filter(({ id }) => !old.has(id)),
    gone: before.filter(({ id }) => !ids.has(id)),
  };
}
