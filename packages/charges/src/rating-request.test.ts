import { describe, expect, test } from "vitest";
import { answerRequest, createAnswerer } from "./answer-request.ts";

const account = "AC00000000000000000000000000000001";
const contract = { account, currency: "USD", plan: [{ model: "active-user-hour", price: "1.00" }] };
const request = { id: "r1", contract, events: [], priceBook: "twilio-us-2026-08", month: "2025-05" };

const codes = (line: unknown) => answerRequest(line).issues.map(({ code, path }) => `${code} ${path}`);

describe("a rating request", () => {
  test("is answered with the invoice and its own id as one more member", () => {
    expect(answerRequest(request)).toMatchObject({ id: "r1", schema: "flexbill.invoice/1", account, month: "2025-05" });
    expect(answerRequest(JSON.stringify(request))).toEqual(answerRequest(request));
  });

  test("without an id is answered with null", () => {
    const { id: _, ...rest } = request;
    expect(answerRequest(rest)).toMatchObject({ id: null, schema: "flexbill.invoice/1" });
    expect(answerRequest({ ...request, id: 7 }).id).toBe(7);
  });

  test("that is no JSON has no id, and says where it breaks", () => {
    const answer = answerRequest('{"id": "r1", ');
    expect(answer).not.toHaveProperty("charges");
    expect(answer).toMatchObject({
      id: null,
      issues: [{ code: "schema.syntax", severity: "error", message: expect.any(String) }],
    });
  });

  test("that is no object lists what is missing", () => {
    for (const line of [null, 5, [], "[]", "null"])
      expect(answerRequest(line)).toMatchObject({
        id: null,
        issues: expect.arrayContaining([expect.objectContaining({ severity: "error" })]),
      });
  });

  test("with several mistakes gets all of them, with paths into the request", () => {
    const broken = {
      ...request,
      month: "2025-13",
      asOf: "yesterday",
      priceBook: [{ product: "studio", unit: "engagement" }],
      contract: { ...contract, currency: "EURO", assumptions: { "limits.poolin": "x" } },
      events: [
        { specversion: "1.0", id: "1", source: "/t", type: "dev.flexbill.unheard-of", subject: account, data: {} },
      ],
    };
    const found = codes(broken);
    for (const path of [
      "/month",
      "/asOf",
      "/priceBook/0",
      "/contract/currency",
      "/contract/assumptions/limits.poolin",
      "/events/0/type",
    ]) {
      expect(
        found.some((code) => code.endsWith(` ${path}`)),
        `${path} in ${found.join(", ")}`,
      ).toBe(true);
    }
    expect(answerRequest(broken).id).toBe("r1");
  });

  test("with one event that is none has no invoice, and with one that says too much has", () => {
    const data = { product: "lookup", unit: "request", quantity: "2", at: "2025-05-02T00:00:00Z", user: null };
    const usage = {
      ...{ specversion: "1.0", id: "1", source: "/t", type: "dev.flexbill.usage", subject: account },
      data: { ...data, dimensions: {} },
    };
    const bad = { ...usage, id: "2", data: { ...usage.data, quantity: "-1" } };
    expect(answerRequest({ ...request, events: [usage, bad] })).not.toHaveProperty("charges");
    expect(codes({ ...request, events: [usage, bad] })).toEqual([expect.stringMatching("/events/1/data/quantity$")]);
    const talkative = { ...usage, data: { ...usage.data, colour: "red" } };
    expect(answerRequest({ ...request, events: [talkative] })).toHaveProperty("charges");
    expect(codes({ ...request, events: [talkative] })).toContain("unknown-member /events/0/data/colour");
    expect(codes({ ...request, events: "none" })).toEqual([expect.stringMatching("/events$")]);
  });

  test("keeps what its documents had to say beside the invoice: unknown members inform and fail nothing", () => {
    expect(codes({ ...request, contract: { ...contract, colour: "red" } })).toEqual([
      "unknown-member /contract/colour",
    ]);
  });

  test("ignores members of its own that are not named, without an issue", () => {
    expect(codes({ ...request, title: "a vector", expect: { charges: [] } })).toEqual([]);
  });

  test("names a book, or the contract does, or there are no list prices", () => {
    const { priceBook: _, ...rest } = request;
    const planless = { ...contract, plan: [{ model: "active-user-hour" }] };
    const licenseOf = (line: object) => {
      const answer = answerRequest(line);
      return "charges" in answer ? answer.charges[0]?.unitPrice : answer.issues;
    };
    expect(licenseOf({ ...rest, contract: { ...planless, prices: { book: "twilio-us-2026-08" } } })).toBe("1.00");
    expect(licenseOf({ ...rest, contract: planless })).toBeNull();
    expect(codes({ ...rest, contract: { ...planless, prices: { book: "twilio-us-1999" } } })).toEqual([
      "schema.value /contract/prices/book",
    ]);
    expect(answerRequest({ ...request, priceBook: "twilio-us-1999" }).issues).toMatchObject([
      {
        ...{ code: "schema.value", path: "/priceBook", found: "twilio-us-1999", wanted: "one-of" },
        params: { options: expect.stringContaining("twilio-us-2026-08, ") },
      },
    ]);
  });

  test("whose rows meet two prices that fit equally well gets no invoice", () => {
    const entry = { product: "lookup", unit: "request", price: "1" };
    const priceBook = [
      { ...entry, match: { country: "US" } },
      { ...entry, match: { type: "name" } },
    ];
    const data = {
      product: "lookup",
      unit: "request",
      quantity: "2",
      at: "2025-05-02T00:00:00Z",
      user: null,
      dimensions: { country: "US", type: "name" },
    };
    const event = { specversion: "1.0", id: "1", source: "/t", type: "dev.flexbill.usage", subject: account, data };
    const answer = answerRequest({ ...request, priceBook, events: [event] });
    expect(answer).not.toHaveProperty("charges");
    expect(answer.issues.map(({ code }) => code)).toEqual(["schema.price-ambiguous"]);
  });

  test("as of an instant carries it and a status, else neither", () => {
    const at = (asOf: string) => answerRequest({ ...request, asOf });
    expect(at("2025-05-31T23:59:59.999Z")).toMatchObject({ asOf: "2025-05-31T23:59:59.999Z", status: "open" });
    expect(at("2025-06-01T02:00:00+02:00")).toMatchObject({ asOf: "2025-06-01T00:00:00Z", status: "settling" });
    expect(answerRequest(request)).not.toHaveProperty("asOf");
    expect(answerRequest(request)).not.toHaveProperty("status");
  });
});

describe("an answerer of many requests", () => {
  test("answers each as it is answered alone, whatever its contract is", () => {
    const answer = createAnswerer();
    const euros = { ...contract, currency: "EUR" };
    for (const each of [contract, euros, "none", null, undefined, contract, euros])
      expect(answer({ ...request, contract: each })).toEqual(answerRequest({ ...request, contract: each }));
  });

  test("reads a contract and a list of prices that come again only once", () => {
    let reads = 0;
    const counted = (entry: object) => ({
      ...entry,
      get currency() {
        reads += 1;
        return "USD";
      },
    });
    const again = {
      ...request,
      contract: counted({ account, plan: contract.plan }),
      priceBook: [counted({ product: "studio", unit: "engagement", price: "1" })],
    };
    const answer = createAnswerer();
    const readsOf = (line: object) => {
      const before = reads;
      answer(line);
      return reads - before;
    };
    const first = readsOf(again);
    const second = readsOf(again);
    expect(first - second).toBeGreaterThanOrEqual(2);
    expect(readsOf({ ...again, contract: counted({ account, plan: contract.plan }) })).toBeGreaterThan(second);
    expect(readsOf({ ...again, priceBook: [...again.priceBook] })).toBeGreaterThan(second);
  });
});
