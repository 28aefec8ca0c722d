import { readFileSync } from "node:fs";
import type { PriceBook } from "../src/request.ts";
import { fixture } from "./vectors.ts";

/** The price books that a request may name. */
export const shippedBooks: ReadonlyMap<string, PriceBook> = new Map(
  ["twilio-us-2026-08", "twilio-hints-2026"].map((name): [string, PriceBook] => [
    name,
    JSON.parse(readFileSync(new URL(`${name}.json`, fixture("pricebook")), "utf8")),
  ]),
);
