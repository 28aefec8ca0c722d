import fc from "fast-check";
import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import type { Happening } from "../generators/events.ts";
import { smallMonths, smallQuantities } from "../generators/small-months.ts";
import { law } from "../law.ts";
import { dataOf } from "./rewriting.ts";

const sold = fc
  .record({
    product: fc.constant("widgets"),
    unit: fc.constant("piece"),
    user: fc.constant(null),
    quantity: smallQuantities,
    at: fc.constant("2025-05-10T12:00:00Z"),
    dimensions: fc.constantFrom<Readonly<Record<string, string>>>(
      {},
      { colour: "red" },
      { colour: "blue" },
      { colour: "elsewhere" },
    ),
  })
  .map((data): Happening => ({ type: "dev.flexbill.usage", data }));

const ofAll = { product: "widgets", unit: "piece", price: "1" };

export const ratesAddUp = law({
  id: "conservation.rates",
  suite: "conservation",
  sentence: {
    en: "The rates of a product add up to the product: none is counted twice or left out",
    ja: "料率ごとの数量の和は製品の数量に等しく、重複も漏れもない",
  },
  neutral: true,
  given: smallMonths({ happenings: sold, least: 1 }),
  requests: (month) => [
    {
      ...month,
      priceBook: [ofAll, { ...ofAll, match: { colour: "red" } }, { ...ofAll, match: { colour: "blue" } }],
    },
    { ...month, priceBook: [ofAll] },
  ],
  holds: (_month, [leaves, whole]) => {
    const [parts, all] = [leaves, whole].map((answer) =>
      sumOfLines(linesOf(answer, ({ product }) => product === "widgets")),
    );
    if (parts === undefined || all === undefined) return [];
    return sameNumber("usage/widgets quantity", all.quantity, parts.quantity);
  },
  classes: {
    "of two rates": {
      of: (month) =>
        new Set(dataOf(month, "dev.flexbill.usage").map(({ dimensions }) => dimensions["colour"])).size > 1,
      atLeastPercent: 40,
    },
    "of no rate of its own": {
      of: (month) => dataOf(month, "dev.flexbill.usage").some(({ dimensions }) => dimensions["colour"] === "elsewhere"),
      atLeastPercent: 30,
    },
  },
});
