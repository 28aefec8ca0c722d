import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyEvents, eventsOf, typeNames } from "../../test/arbitrary-events.ts";
import { eventSchema, type FlexEvent } from "../events/event.ts";
import { createDigest } from "./digest.ts";
import { putData } from "./members.ts";

const digest = createDigest();

function digestOf(event: object, user?: number): string {
  const lanes = new Int32Array(2);
  digest.begin(1);
  putData(digest, event as FlexEvent, user);
  digest.end(lanes, 0);
  return lanes.join(" ");
}

function namesOf(type: string): readonly string[] {
  const schema = eventSchema.options.find((option) => option.shape.type.value === type);
  return Object.keys(schema?.shape.data.shape ?? {});
}

type Data = Readonly<Record<string, unknown>>;

function changed(event: Data, name: string, value: unknown): Data {
  return { ...event, data: { ...(event["data"] as Data), [name]: value } };
}

describe.each(typeNames)("the content of %s", (type) => {
  test("is told apart by every member that its schema names, and by any other", () => {
    fc.assert(
      fc.property(eventsOf(type), (event) => {
        for (const name of [...namesOf(type), "stranger"]) {
          expect(digestOf(changed(event, name, "another"))).not.toBe(digestOf(event));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("does not see the order of its members, at any depth, nor members that are undefined", () => {
    fc.assert(
      fc.property(eventsOf(type), fc.boolean(), (event, odd) => {
        const value = odd ? changed(event, "stranger", { a: 1, b: [2] }) : event;
        expect(digestOf(reordered(value))).toBe(digestOf(value));
        expect(digestOf(changed(value, "nobody", undefined))).toBe(digestOf(value));
      }),
      { numRuns: 60 },
    );
  });
});

test("two events of one type have one digest exactly where they are equal as JSON", () => {
  fc.assert(
    fc.property(anyEvents, anyEvents, (a, b) => {
      const alike = canonical([a["type"], a["data"]]) === canonical([b["type"], b["data"]]);
      expect(digestOf(a) === digestOf(b)).toBe(alike);
    }),
  );
});

test("a user's number stands for the user, and nobody is nobody", () => {
  const event = { type: "dev.flexbill.sign-in", data: { user: "WK1", at: "2025-05-06T09:00:00Z" } };
  expect(digestOf(event, 1)).not.toBe(digestOf(event, 2));
  expect(digestOf(event, 1)).toBe(digestOf(changed(event, "user", "WK9"), 1));
  expect(digestOf(changed(event, "user", null), 1)).toBe(digestOf(changed(event, "user", null), 2));
});

test("an instant with thousandths of nought is another text than one without", () => {
  const event = { type: "dev.flexbill.sign-in", data: { user: "WK1", at: "2025-05-06T09:00:00Z" } };
  expect(digestOf(changed(event, "at", "2025-05-06T09:00:00.000Z"))).not.toBe(digestOf(event));
});

function reordered(value: unknown): object {
  return JSON.parse(JSON.stringify(value), (_, member: unknown) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toReversed())
      : member,
  ) as object;
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
