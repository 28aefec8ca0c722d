import { billingMonths } from "@flexbill/invariants";
import { type FlexEvent, isFlexEvent } from "@flexbill/usage";
import fc from "fast-check";
import { expect, test } from "vitest";
import { packEvents, unpackEvents } from "./packed-events.ts";

test("events of every kind come out as they went in, member for member", () => {
  fc.assert(
    fc.property(billingMonths(), ({ events }) => {
      const known: readonly unknown[] = events.filter((each) => isFlexEvent(each));
      const unpacked = unpackEvents(packEvents(known as readonly FlexEvent[]));
      expect(JSON.stringify(unpacked)).toBe(JSON.stringify(known));
    }),
    { numRuns: 60 },
  );
});

test("so does any other JSON, and instants that only look whole", () => {
  const odd = fc.constantFrom(
    "2026-02-30T00:00:00Z",
    "1969-12-31T23:59:59Z",
    "2026-01-01T00:00:00Z",
    "",
    "🚀",
    "__proto__",
  );
  const values = fc.array(fc.oneof(fc.jsonValue({ noUnicodeString: false }), odd, fc.array(odd)), { maxLength: 8 });
  fc.assert(
    fc.property(values, (list) => {
      const unpacked: unknown = unpackEvents(packEvents(list as never));
      expect(JSON.stringify(unpacked)).toBe(JSON.stringify(list));
    }),
  );
});

test("an event of usage takes less than sixty bytes beside its month's repeated texts", () => {
  const events = Array.from({ length: 1000 }, (_, index) => ({
    ...{ specversion: "1.0", id: `day/${index}`, source: "/meter", type: "dev.flexbill.usage", subject: "AC1" },
    data: {
      ...{ product: "studio", unit: "engagement", quantity: String(index * 13), user: null, dimensions: {} },
      at: `2026-01-01T${String(index % 24).padStart(2, "0")}:00:07Z`,
    },
  }));
  expect(packEvents(events as never).bytes.length / events.length).toBeLessThan(60);
});
