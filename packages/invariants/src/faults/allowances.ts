import { compare, readDecimal, single } from "../plain-rater/fraction.ts";
import { standardProducts } from "../plain-rater/standard-products.ts";
import { assuming, type Fault, plant, withContract, withData, withLines } from "./planting.ts";

function unknownAs(quantity: string) {
  return withContract(({ allowances = [] }) => {
    const known = new Set(allowances.map(({ product }) => product));
    const missing = [...standardProducts.keys()].filter((product) => !known.has(product));
    return {
      allowances: [...allowances, ...missing.map((product) => ({ product, quantity, per: "project-month" as const }))],
    };
  });
}

/** What is included, and what is not. */
export const allowanceFaults: readonly Fault[] = [
  plant("allowances.pooled", "KF-04", "What one user leaves over pays for another", {
    asked: assuming("limits.pooling", "project-pool"),
  }),
  plant("allowances.unknown-is-zero", "KF-17", "An allowance that is not known is read as zero", {
    asked: unknownAs("0"),
  }),
  plant("allowances.unknown-is-endless", "KF-17", "An allowance that is not known is read as endless", {
    asked: unknownAs("1000000000000"),
  }),
  plant("allowances.free-units-again", "KF-36", "Free units are applied to overage", {
    asked: assuming("overage.freeUnits", true),
  }),
  plant("allowances.nobody-is-included", "", "Usage of nobody is included", {
    asked: assuming("limits.unattributed", "ignore"),
  }),
  plant("allowances.breach-removes", "KF-45", "Ineligible use removes the ordinary line", {
    asked: withData("dev.flexbill.usage", (data) =>
      (data.useCase ?? "contact-center") === "contact-center" ? data : undefined,
    ),
  }),
  plant("allowances.first-unit-free", "", "An overage under one whole unit is not a line", {
    answered: withLines((line) =>
      line.kind === "overage" && compare(readDecimal(line.quantity), single) < 0 ? undefined : line,
    ),
  }),
  plant("allowances.overage-free", "", "An overage under a single currency unit is let go", {
    answered: withLines((line) =>
      line.kind === "overage" && compare(readDecimal(line.amount.low), single) < 0
        ? { ...line, amount: { ...line.amount, low: "0" } }
        : line,
    ),
  }),
  plant("range.turned-round", "", "The ends of a range change places", {
    answered: withLines((line) =>
      line.amount.high === null ? line : { ...line, amount: { low: line.amount.high, high: line.amount.low } },
    ),
  }),
];
