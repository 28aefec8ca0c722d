import type { Charge } from "@flexbill/charges";
import { formatDecimal } from "@flexbill/kernel";
import { productById, rateNameOf } from "@flexbill/products";
import { grouped, hang, unitName } from "@flexbill/reports";
import type { Contract } from "@flexbill/terms";
import type { Paper } from "../output/paper.ts";
import { wordsOf } from "../words.ts";

/** How the prices of the contract of the demo name their source. */
const inventedSource = "demo";

/** The marks of a line that rests on an invented price or an invented limit. */
export function inventedMark(contract: Contract): (charge: Charge) => string {
  const limited = new Set(contract.allowances.map(({ product }) => product));
  return ({ kind, product, prices }) => {
    const price = prices.some(({ source }) => source === inventedSource) ? "*" : "";
    return (kind === "included" || kind === "overage") && limited.has(product) ? `${price}†` : price;
  };
}

/** Every price and limit of the contract that is invented, in sentences below their title. */
export function inventedText({ allowances, currency, prices }: Contract, { language, width }: Paper): string {
  const words = wordsOf(language);
  const name = (product: string): string => productById(product)?.name[language] ?? product;
  const priced = prices.overrides
    .filter(({ source }) => source === inventedSource)
    .map((entry) => {
      const rate = rateNameOf(entry);
      const what = rate === "" ? name(entry.product) : `${name(entry.product)} (${rate})`;
      return words.inventedPrice(
        what,
        `${entry.price === undefined ? "" : formatDecimal(entry.price)} ${currency}`,
        unitName(entry.unit, language, "1"),
      );
    });
  const limits = allowances
    .filter(({ provenance }) => provenance === "assumed")
    .map(({ product, quantity, per }) =>
      words.inventedLimit(name(product), grouped(formatDecimal(quantity)), words.per[per]),
    );
  const lines = [...priced, ...limits].map((line) => hang("  ", line, width));
  return `${[hang("", words.inventedTitle, width), ...lines].join("\n")}\n`;
}
