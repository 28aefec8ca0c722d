import fc from "fast-check";
import { standardProducts } from "../plain-rater/standard-products.ts";
import type { PriceEntry, PriceTier } from "../request.ts";
import { dated, type Setting } from "./moments.ts";
import { mostly, widePrices } from "./mostly.ts";

/** A product that months are drawn about; `match` of an entry names its first keys only, so no two matches compete. */
export interface DrawnProduct {
  readonly product: string;
  readonly unit: string;
  readonly keys: readonly (readonly [key: string, values: readonly string[]])[];
}

const place: DrawnProduct["keys"] = [
  ["country", ["US", "JP"]],
  ["numberType", ["local", "toll-free"]],
];
const carriage: DrawnProduct["keys"] = [
  ["carrier", ["att", "quillnet"]],
  ["channel", ["sms", "mms"]],
  ["direction", ["inbound", "outbound"]],
];
const peer: DrawnProduct["keys"] = [["peer", ["customer-equipment", "third-party-carrier"]]];
const channel: DrawnProduct["keys"] = [["channel", ["whatsapp", "messenger", "rcs"]]];

function standard(product: string, keys: DrawnProduct["keys"] = []): DrawnProduct {
  return { product, unit: standardProducts.get(product) ?? "", keys };
}

export const standardDrawn: readonly DrawnProduct[] = [
  standard("programmable-voice-platform"),
  standard("voice-javascript-sdk"),
  standard("sip-interface", peer),
  standard("channels-messages", channel),
  standard("flex-email"),
  standard("flex-conversations"),
  standard("call-recording"),
  standard("studio", [["flow", ["sales", "help"]]]),
  standard("taskrouter"),
  standard("functions"),
  standard("media-storage"),
];

export const otherDrawn: readonly DrawnProduct[] = [
  { product: "pstn-voice-inbound", unit: "minute", keys: place },
  { product: "pstn-voice-outbound", unit: "minute", keys: place },
  { product: "sms-inbound", unit: "segment", keys: place },
  { product: "sms-outbound", unit: "segment", keys: place },
  { product: "mms-outbound", unit: "message", keys: place },
  { product: "recording-storage", unit: "minute", keys: [] },
  { product: "phone-number-rental", unit: "number", keys: place },
  { product: "conversations-mau", unit: "user", keys: [["region", ["eu", "us"]]] },
];

const licenses: readonly DrawnProduct[] = [
  { product: "flex-active-user-hour", unit: "hour", keys: [] },
  { product: "flex-named-user", unit: "user", keys: [] },
  { product: "flex-active-user", unit: "user", keys: [] },
];

const furtherPriced: readonly DrawnProduct[] = [
  { product: "carrier-fee", unit: "segment", keys: carriage },
  { product: "carrier-fee", unit: "message", keys: carriage },
  { product: "sip-third-party-pstn", unit: "minute", keys: peer },
];

/** Nothing, parts of a cent, and what rounds to a half. */
export const boundaryPrices = "0.005 0.0085 0.01 0.125 1 1.00 0.333 35 0 1e-2".split(" ");
export const prices = mostly(fc.constantFrom(...boundaryPrices), widePrices);
const free = fc.constantFrom("1", "2", "3", "0.5", "100", "0");
const edges = ["1", "2", "3", "5", "10", "60"] as const;
export const currencies = fc.constantFrom("USD", "EUR", "JPY", "KWD");

function tiers(): fc.Arbitrary<readonly PriceTier[]> {
  const closed = fc.tuple(fc.subarray([...edges], { minLength: 1, maxLength: 3 }), fc.array(prices, { minLength: 3 }));
  const last = fc.option(prices, { nil: undefined });
  return fc.tuple(closed, last).map(([[tops, each], open]) => {
    const limited = tops.map((upTo, index) => ({ upTo, price: each[index] ?? "1" }));
    return open === undefined ? limited : [...limited, { price: open }];
  });
}

type Pricing = Pick<PriceEntry, "price" | "tiers" | "free" | "currency">;

export function pricings(): fc.Arbitrary<Pricing> {
  const amount = fc.oneof(
    prices.map((price) => ({ price })),
    tiers().map((list) => ({ tiers: list })),
  );
  const extras = fc.record({ free: fc.oneof(free, free), currency: currencies }, { requiredKeys: [] });
  return fc.tuple(amount, extras).map(([one, more]) => ({ ...one, ...more }));
}

type Match = Readonly<Record<string, string>>;

function matches({ keys }: DrawnProduct): fc.Arbitrary<Match> {
  return fc.integer({ min: 0, max: keys.length }).chain((count) => {
    const chosen = keys.slice(0, count);
    const values = chosen.map(([, texts]) => fc.constantFrom(...texts));
    return fc
      .tuple(...values)
      .map((texts) => Object.fromEntries(chosen.map(([key], index): [string, string] => [key, texts[index] ?? ""])));
  });
}

function entriesOf(drawn: DrawnProduct, setting: Setting): fc.Arbitrary<readonly PriceEntry[]> {
  const { product, unit } = drawn;
  const ofMatch = fc
    .tuple(matches(drawn), dated(pricings(), setting, 2), fc.boolean())
    .map(([match, versions, bare]) => ({ match, versions, bare: bare && Object.keys(match).length === 0 }));
  const distinct = { selector: ({ match }: { match: Match }) => JSON.stringify(match), minLength: 1, maxLength: 3 };
  return fc
    .uniqueArray(ofMatch, distinct)
    .map((groups) =>
      groups.flatMap(({ match, versions, bare }) =>
        versions.map((version): PriceEntry => ({ product, unit, ...(bare ? {} : { match }), ...version })),
      ),
    );
}

/** Entries of some of the products, in a list that never contradicts itself. */
export function priceLists(setting: Setting, products: fc.SubarrayConstraints): fc.Arbitrary<readonly PriceEntry[]> {
  const all = [...licenses, ...standardDrawn, ...otherDrawn, ...furtherPriced];
  return fc
    .subarray(all, products)
    .chain((chosen) => fc.tuple(...chosen.map((drawn) => entriesOf(drawn, setting))))
    .map((lists) => lists.flat());
}
