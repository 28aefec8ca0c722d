import { assumptionTable } from "@flexbill/terms";
import { describe, expect, test } from "vitest";
import { type GoldenVector, goldenVectors } from "../test/golden-vectors.ts";
import { answerRequest } from "./answer-request.ts";
import type { Charge, Invoice } from "./invoice.ts";

/** Every switch that has another value, with that value. */
const flips = assumptionTable.flatMap(({ key, values }) => (values ?? []).map((value) => ({ key, value })));

const invoices = new Map<string, Invoice>();

/** Rated once for each vector and setting: the months are many, and the same ones come again. */
function rated(vector: GoldenVector, assumptions: object): Invoice {
  const key = JSON.stringify([vector.id, assumptions]);
  const invoice = invoices.get(key) ?? ratedAnew(vector, assumptions);
  invoices.set(key, invoice);
  return invoice;
}

function ratedAnew(vector: GoldenVector, assumptions: object): Invoice {
  const own = vector.contract["assumptions"] as object;
  const answer = answerRequest({
    ...vector,
    contract: { ...vector.contract, assumptions: { ...own, ...assumptions } },
  });
  if (!("charges" in answer)) throw new Error(JSON.stringify(answer.issues));
  return answer;
}

const keyOf = ({ id, currency }: Charge) => `${id} ${currency}`;
const moneyOf = ({ charges }: Invoice) =>
  new Map(charges.map((charge) => [keyOf(charge), JSON.stringify(charge.amount)]));

/** What an invoice does not say of a switch that moves its money: lines that do not name it, or itself. */
function silences(vector: GoldenVector, key: string, value: unknown): readonly string[] {
  const now = rated(vector, {});
  const flipped = moneyOf(rated(vector, { [key]: value }));
  const moved = now.charges.filter((charge) => flipped.get(keyOf(charge)) !== JSON.stringify(charge.amount));
  const fresh = [...flipped.keys()].filter((line) => !moneyOf(now).has(line));
  const silent = moved.filter((charge) => !charge.assumptions.includes(key)).map(keyOf);
  const listed = now.assumptions.some((assumption) => assumption.key === key);
  return (moved.length > 0 || fresh.length > 0) && !listed ? [...silent, "the invoice"] : silent;
}

/** Lines that name a switch although its other value moves neither their money nor a quantity. */
function chatter(vector: GoldenVector, key: string, value: unknown): readonly string[] {
  const now = rated(vector, {});
  const lines = new Map(rated(vector, { [key]: value }).charges.map((charge) => [keyOf(charge), charge]));
  return now.charges
    .filter((charge) => charge.assumptions.includes(key))
    .filter((charge) => {
      const other = lines.get(keyOf(charge));
      return (
        other !== undefined &&
        other.quantity === charge.quantity &&
        JSON.stringify(other.amount) === JSON.stringify(charge.amount)
      );
    })
    .map(keyOf);
}

const current = (vector: GoldenVector, key: string): unknown =>
  (vector.contract["assumptions"] as Record<string, unknown>)[key] ??
  assumptionTable.find((info) => info.key === key)?.default;

describe("assumptions that matter", { timeout: 120_000 }, () => {
  test.each(flips)(
    "$key: $value, on every vector: a line whose money moves names it, and no other line does",
    ({ key, value }) => {
      for (const vector of goldenVectors.filter((each) => current(each, key) !== value)) {
        expect(silences(vector, key, value), vector.id).toEqual([]);
        expect(chatter(vector, key, value), vector.id).toEqual([]);
      }
    },
  );

  test("most switches move the money of some vector, so that the test above can fail", () => {
    const moving = flips.filter(({ key, value }) =>
      goldenVectors.some(
        (vector) =>
          JSON.stringify([...moneyOf(rated(vector, {}))]) !==
          JSON.stringify([...moneyOf(rated(vector, { [key]: value }))]),
      ),
    );
    expect(moving.length).toBeGreaterThan(10);
  });
});
