import { describeIssue } from "@flexbill/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventsOf, mutated, typeNames } from "../../test/arbitrary-events.ts";
import { parseEvent } from "../reading/read-event.ts";
import { eventSchema, isFlexEvent } from "./event.ts";

describe.each(typeNames)("the fast check of %s", (type) => {
  test("takes what its schema takes", () => {
    fc.assert(
      fc.property(eventsOf(type), (value) => {
        expect(eventSchema.safeParse(value).success).toBe(true);
        expect(isFlexEvent(value)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("says of a changed event what its schema says", () => {
    let refused = 0;
    fc.assert(
      fc.property(mutated(type), (value) => {
        const wanted = eventSchema.safeParse(value).success;
        if (!wanted) refused += 1;
        expect(isFlexEvent(value)).toBe(wanted);
      }),
      { numRuns: 1500 },
    );
    expect(refused).toBeGreaterThan(100);
  });
});

const whole = {
  specversion: "1.0",
  id: "1",
  source: "/s",
  subject: "AC1",
  type: "dev.flexbill.usage",
  data: { product: "taskrouter", quantity: "1", unit: "task", at: "2025-05-06T09:00:00Z", user: null, dimensions: {} },
};

function codes(value: unknown): readonly string[] {
  return parseEvent(value).issues.map((problem) => `${problem.code} ${problem.path}`);
}

function usage(data: object): object {
  return { ...whole, data: { ...whole.data, ...data } };
}

describe("what is no event says why", () => {
  test.each([
    ["an unknown type", { ...whole, type: "dev.flexbill.fax" }, "schema.event-type /type"],
    ["no type", { ...whole, type: undefined }, "schema.event-type /type"],
    ["a future specversion", { ...whole, specversion: "2.0" }, "schema.version /specversion"],
    ["a quantity that is no number", usage({ quantity: "NaN" }), "schema.decimal /data/quantity"],
    ["a quantity beyond any size", usage({ quantity: "1e400" }), "schema.decimal-size /data/quantity"],
    ["a full-width digit", usage({ quantity: "０" }), "schema.decimal /data/quantity"],
    ["a negative quantity", usage({ quantity: "-1" }), "schema.decimal-negative /data/quantity"],
    ["a JSON number", usage({ quantity: 1 }), "schema.decimal /data/quantity"],
    ["another unit than the product's", usage({ unit: "hour" }), "schema.unit /data/unit"],
    [
      "a third party's fee as usage",
      usage({ product: "third-party-voice", unit: "fee" }),
      "schema.value /data/product",
    ],
    ["a use case that nobody knows", usage({ useCase: "spam" }), "schema.value /data/useCase"],
  ])("%s", (_, value, wanted) => {
    expect(codes(value)).toEqual([wanted]);
  });

  test("an interval that ends before it starts, down to a microsecond", () => {
    const data = {
      user: "WK1",
      activity: "WA1",
      start: "2025-05-06T09:00:00.000002Z",
      end: "2025-05-06T09:00:00.000001Z",
    };
    expect(codes({ ...whole, type: "dev.flexbill.presence", data })).toEqual(["schema.interval-reversed /data/end"]);
  });

  test("a SIP leg without a peer, and an SMS without segments", () => {
    const leg = {
      call: "CA1",
      leg: "sip",
      direction: "inbound",
      start: "2025-05-06T09:00:00Z",
      seconds: "1",
      status: "completed",
      user: null,
    };
    expect(codes({ ...whole, type: "dev.flexbill.call-leg", data: leg })).toEqual(["schema.missing /data/peer"]);
    const sms = {
      message: "SM1",
      channel: "sms",
      direction: "inbound",
      at: "2025-05-06T09:00:00Z",
      provider: null,
      user: null,
      customer: null,
    };
    expect(codes({ ...whole, type: "dev.flexbill.message", data: sms })).toEqual(["schema.missing /data/segments"]);
  });

  test("every problem at once, each with a sentence in both languages", () => {
    const { issues } = parseEvent({
      ...whole,
      id: "",
      data: { product: "taskrouter", quantity: "x", at: "noon", user: 7 },
    });
    expect(issues.map(({ path }) => path).sort()).toEqual(
      ["/data/at", "/data/dimensions", "/data/quantity", "/data/unit", "/data/user", "/id"].sort(),
    );
    for (const problem of issues) {
      expect(describeIssue(problem, "en")).toMatch(/^[A-Z]/);
      expect(describeIssue(problem, "ja")).not.toBe(describeIssue(problem, "en"));
    }
  });

  test("a carrier's fee comes in segments or in messages", () => {
    expect(codes(usage({ product: "carrier-fee", unit: "segment" }))).toEqual([]);
    expect(codes(usage({ product: "carrier-fee", unit: "message" }))).toEqual([]);
    expect(codes(usage({ product: "carrier-fee", unit: "fee" }))).toEqual(["schema.unit /data/unit"]);
  });
});
