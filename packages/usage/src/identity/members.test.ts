import fc from "fast-check";
import { expect, test } from "vitest";
import { anyEvents } from "../../test/arbitrary-events.ts";
import { eventSchema, type FlexEvent } from "../events/event.ts";
import { membersOf } from "./members.ts";

test.each(
  eventSchema.options.map((schema) => [schema.shape.type.value, Object.keys(schema.shape.data.shape)] as const),
)("the members of %s are those of its schema, each once", (type, names) => {
  const data = Object.fromEntries(names.map((name) => [name, name]));
  expect([...membersOf({ type, data } as unknown as FlexEvent)].sort()).toEqual([...names].sort());
});

test("a valid event is wholly known by its members", () => {
  fc.assert(
    fc.property(anyEvents, (event) => {
      const known = membersOf(event as unknown as FlexEvent).filter((member) => member !== undefined);
      expect(known).toHaveLength(Object.keys(event["data"] as object).length);
    }),
  );
});
