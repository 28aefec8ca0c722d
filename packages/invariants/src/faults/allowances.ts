import { compare, readDecimal, single } from "../plain-rater/fraction.ts";
import { standardProducts } from "../plain-rater/standard-products.ts";
import { assuming, type Fault, plant, withContract, withData, withLines } from "./planting.ts";

function unknownAs(quantity: string) {
  return withContract(({ allowances = [] }) => {
    if (allowances.length > 0) return {};
    const per = "project-month" as const;
    return { allowances: [...standardProducts.keys()].map((product) => ({ product, quantity, per })) };
  });
}

/** What is included, and what is not. */
export const allowanceFaults: readonly Fault[] = [
  plant("allowances.pooled", "KF-04", "What one user leaves over pays for another", {
    asked: assuming("limits.pooling", "project-pool"),
  }),
  plant("allowances.unknown-is-zero", "KF-17", "Where no allowance is known all are read as zero", {
    asked: unknownAs("0"),
  }),
  plant("allowances.unknown-is-endless", "KF-17", "Where no allowance is known all are read as endless", {
    asked: unknownAs("1000000000000"),
  }),
  plant(
    "allowances.free-units-again",
    "KF-36",
    "Free units of the list are applied to overage where the contract has no prices of its own",
    {
      asked: (request) =>
        (request.contract.prices?.overrides ?? []).length === 0
          ? assuming("overage.freeUnits", true)(request)
          : request,
    },
  ),
  plant("allowances.nobody-is-included", "", "Usage of nobody is included", {
    asked: assuming("limits.unattributed", "ignore"),
  }),
  plant("allowances.breach-removes", "KF-45", "A user's use for marketing removes the ordinary line", {
    asked: withData("dev.flexbill.usage", (data) =>
      data.useCase === "marketing" && data.user !== null ? undefined : data,
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
  plant("range.no-price-is-free", "KF-31", "Overage of functions without a price is free", {
    answered: withLines((line) =>
      line.kind === "overage" && line.product === "functions" && line.amount.high === null
        ? { ...line, amount: { low: "0", high: "0" } }
        : line,
    ),
  }),
  plant("range.turned-round", "", "The ends of the range of nobody's usage change places", {
    answered: withLines((line) =>
      line.rate !== "unattributed" || line.amount.high === null
        ? line
        : { ...line, amount: { low: line.amount.high, high: line.amount.low } },
    ),
  }),
];
