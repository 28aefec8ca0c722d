import { sameAnswer } from "../answers/lines.ts";
import { law } from "../law.ts";
import { share } from "./classes.ts";
import { months, monthsOfGoods } from "./months.ts";

const turned = <Entry>(entries: readonly Entry[] = []): readonly Entry[] => [...entries].reverse();

export const orderOfEntriesIsNothing = law({
  id: "invariance.order-of-entries",
  suite: "invariance",
  sentence: {
    en: "In which order a contract and a price list name their entries decides nothing",
    ja: "契約と価格表の項目の並び順は結果を変えない",
  },
  neutral: true,
  given: months,
  plainly: monthsOfGoods,
  requests: (month) => {
    const { contract, priceBook } = month;
    const { plan, allowances, tax, adjustments, logoutActivity, prices } = contract;
    return [
      month,
      {
        ...month,
        contract: {
          ...contract,
          plan: turned(plan),
          allowances: turned(allowances),
          tax: turned(tax),
          adjustments: turned(adjustments),
          logoutActivity: turned(logoutActivity),
          prices: { ...prices, overrides: turned(prices?.overrides) },
        },
        ...(typeof priceBook === "object" ? { priceBook: turned(priceBook) } : {}),
      },
    ];
  },
  holds: (_month, [plain, other]) => sameAnswer(plain, other),
  classes: {
    "with two prices of one product": share(60, ({ priceBook }) => {
      const products = typeof priceBook === "object" ? priceBook.map(({ product }) => product) : [];
      return new Set(products).size < products.length;
    }),
    "with two taxes": share(10, ({ contract }) => (contract.tax ?? []).length > 1),
  },
});
