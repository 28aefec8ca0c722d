import { sameAnswer } from "../answers/lines.ts";
import { law } from "../law.ts";
import type { RatingRequest } from "../request.ts";
import { hasSome, share } from "./classes.ts";
import { widgetMonths } from "./months.ts";

function priceOf({ priceBook }: RatingRequest): string {
  return (typeof priceBook === "string" ? undefined : priceBook?.[0]?.price) ?? "1";
}

export const equalTiersAreOnePrice = law({
  id: "tiers.equal-tiers",
  suite: "tiers",
  sentence: {
    en: "Tiers of one price are that price",
    ja: "同じ価格の段階は一つの価格と同じである",
  },
  neutral: true,
  given: widgetMonths,
  requests: (month) => [
    month,
    {
      ...month,
      priceBook: [
        {
          product: "widgets",
          unit: "piece",
          tiers: [
            { upTo: "2", price: priceOf(month) },
            { upTo: "500", price: priceOf(month) },
            { price: priceOf(month) },
          ],
        },
      ],
    },
  ],
  holds: (_given, [plain, other]) => sameAnswer(plain, other),
  classes: {
    "past the first tier": share(
      49,
      hasSome("dev.flexbill.usage", ({ quantity }) => Number(quantity) > 2),
    ),
    "past the second tier": share(
      5,
      hasSome("dev.flexbill.usage", ({ quantity }) => Number(quantity) > 500),
    ),
  },
});
