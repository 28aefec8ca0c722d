import { linesOf, notAbove, sumOfLines } from "../answers/lines.ts";
import { smallAccount } from "../generators/small-months.ts";
import { law } from "../law.ts";
import type { Event } from "../request.ts";
import { hasSome, share } from "./classes.ts";
import { tiered, usageMonths, withEvents } from "./rewriting.ts";

const more: Event = {
  specversion: "1.0",
  id: "more",
  source: "/more",
  subject: smallAccount,
  type: "dev.flexbill.usage",
  data: { product: "widgets", unit: "piece", quantity: "0.5", at: "2025-05-10T00:00:00Z", user: null, dimensions: {} },
};

export const tiersHaveNoGap = law({
  id: "tiers.no-gap",
  suite: "tiers",
  sentence: {
    en: "A fraction more never costs less: no quantity falls between two tiers",
    ja: "端数が増えて安くなることはなく、段階の間に落ちる数量はない",
  },
  neutral: true,
  given: usageMonths({ prices: tiered }),
  requests: (month) => [month, withEvents(month, (events) => [...events, more])],
  holds: (_month, [plain, other]) =>
    notAbove("usage/widgets", sumOfLines(linesOf(plain)).low, sumOfLines(linesOf(other)).low),
  classes: {
    "on the edge of a tier": share(
      31,
      hasSome("dev.flexbill.usage", ({ quantity }) => ["1", "2", "10", "500"].includes(quantity)),
    ),
  },
});
