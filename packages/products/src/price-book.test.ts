import { located, readYaml } from "@flexbill/documents";
import { formatDecimal, isOk } from "@flexbill/kernel";
import { describe, expect, test } from "vitest";
import { checkBook } from "./check-book.ts";
import { parsePriceBook } from "./price-book.ts";
import { rateNameOf } from "./price-entry.ts";
import { productById } from "./product.ts";
import { shippedBook, shippedBookIds } from "./shipped-books.ts";

const problems = (entries: unknown) => parsePriceBook(located(entries)).issues.map(({ code, path }) => [code, path]);
const studio = { product: "studio", unit: "engagement" };

describe("a price book", () => {
  test("a bare list is a book called inline", () => {
    const read = parsePriceBook(located([{ ...studio, price: "0.02", currency: "USD" }]));
    expect(read).toMatchObject({ ok: true, value: { id: "inline" }, issues: [] });
  });

  test("everything that contradicts itself comes at once, with its place", () => {
    const text = [
      "id: mine",
      "entries:",
      "  - { product: studio, unit: engagement }",
      "  - { product: studio, unit: engagement, price: '-1', tiers: [{ price: '1' }] }",
      "  - { product: taskroutr, unit: task, price: '1' }",
      "  - { product: video, unit: participant-minute, tiers: [{ upTo: '10', price: '1' }, { upTo: '10', price: '1' }, { price: '1' }, { upTo: '5', price: '1' }] }",
      "  - { product: sms-inbound, unit: segment, match: { a: x, b: y }, price: '1' }",
      "  - { product: sms-inbound, unit: segment, match: { b: y, a: x }, price: '2' }",
    ].join("\n");
    const read = readYaml(text, { file: "p.yaml" });
    const parsed = read.ok ? parsePriceBook(read.value) : read;
    expect(parsed.issues.map(({ code, path, at }) => [code, path, at?.line])).toEqual([
      ["schema.price-or-tiers", "/entries/0", 3],
      ["schema.price-or-tiers", "/entries/1", 4],
      ["schema.duplicate-from", "/entries/1", 4],
      ["schema.price-negative", "/entries/1/price", 4],
      ["schema.unknown-product", "/entries/2/product", 5],
      ["schema.tiers-order", "/entries/3/tiers/1/upTo", 6],
      ["schema.tiers-order", "/entries/3/tiers/2", 6],
      ["schema.tiers-order", "/entries/3/tiers/3/upTo", 6],
      ["schema.duplicate-from", "/entries/5", 8],
    ]);
  });

  test("an unknown product of one's own is no mistake", () => {
    expect(problems([{ product: "house-blend", unit: "cup", price: "1" }])).toEqual([]);
  });

  test("only the last tier may be without an end", () => {
    expect(problems([{ ...studio, tiers: [{ upTo: "10", price: "0.05" }, { price: "0.03" }] }])).toEqual([]);
  });

  test("a price must be a decimal text", () => {
    expect(problems([{ ...studio, price: 0.02 }])).toEqual([["schema.decimal", "/0/price"]]);
    expect(problems([{ ...studio, price: "０" }])).toEqual([["schema.decimal", "/0/price"]]);
  });

  test("members that the format does not name are told and fail nothing", () => {
    const read = parsePriceBook(located([{ ...studio, price: "1", colour: "red" }]));
    expect(read).toMatchObject({ ok: true, issues: [{ code: "unknown-member", path: "/0/colour" }] });
  });
});

describe("checking a book", () => {
  const check = (entries: unknown) => {
    const read = parsePriceBook(located(entries));
    return isOk(read) ? checkBook(read.value).map(({ code, path }) => [code, path]) : undefined;
  };

  test("two entries that could both win for some row are found without a row", () => {
    const base = { product: "pstn-voice-inbound", unit: "minute", price: "1" };
    expect(
      check([
        { ...base, match: { country: "US" } },
        { ...base, match: { numberType: "local" } },
      ]),
    ).toEqual([["schema.price-ambiguous", "/entries/1"]]);
    expect(
      check([
        { ...base, match: { country: "US" } },
        { ...base, match: { country: "GB" } },
      ]),
    ).toEqual([]);
    expect(check([{ ...base, match: { country: "US" } }, base])).toEqual([]);
  });

  test("a unit in which the product is not measured is told", () => {
    expect(check([{ product: "studio", unit: "flow", price: "1" }])).toEqual([["schema.unit", "/entries/0/unit"]]);
  });
});

describe("the shipped books", () => {
  test.each(shippedBookIds)("%s reads, contradicts nothing, and knows a source for every price", (id) => {
    const book = shippedBook(id);
    expect(book && checkBook(book)).toEqual([]);
    for (const entry of book?.entries ?? []) {
      expect(productById(entry.product), entry.product).toBeDefined();
      expect(book?.sources?.[entry.source ?? ""], entry.product).toBeDefined();
      expect(entry.grade).toMatch(/^[ABC]$/);
    }
  });

  test("a price is read exactly as it is written", () => {
    const entry = shippedBook("twilio-us-2026-08")?.entries.find(({ match }) => match["carrier"] === "verizon");
    expect(entry?.price && formatDecimal(entry.price)).toBe("0.0045");
    expect(entry && rateNameOf(entry)).toBe("verizon/sms/outbound");
  });

  test("a book is read once", () => {
    expect(shippedBook("twilio-us-2026-08")).toBe(shippedBook("twilio-us-2026-08"));
    expect(shippedBook("toString")).toBeUndefined();
  });
});
