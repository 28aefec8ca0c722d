import { describe, expect, test } from "vitest";
import { readStory } from "./read-story.ts";

const account = "AC00000000000000000000000000000001";
const story = (steps: readonly unknown[], more: object = {}) => {
  const read = readStory({ schema: "flexbill.scenario/1", title: "A story", month: "2025-05", steps, ...more });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value.moments;
};
const presence = (start: string) => ({ presence: { user: "ada", activity: "a", start } });

describe("a story", () => {
  test("asks about its first month until it moves on, across a year's end too", () => {
    const moments = story([{ expect: {} }, { advance: 8 }, { expect: {} }, { expect: { month: "2025-06" } }]);
    expect(moments.map(({ step, request }) => [step, request.month])).toEqual([
      [1, "2025-05"],
      [3, "2026-01"],
      [4, "2025-06"],
    ]);
  });

  test("fills in what an event leaves out, and counts repeated ones from 1", () => {
    const message = { channel: "webchat", direction: "inbound", at: "2025-05-0$iT00:00:00Z", customer: "c$i" };
    const [moment] = story([{ expect: {} }], { events: [{ repeat: 2, message }] });
    const told = moment?.request.events.map(({ id, subject, data }) => ({ id, subject, data }));
    expect(told).toMatchObject([
      { id: "events/0/1", subject: account, data: { customer: "c1", at: "2025-05-01T00:00:00Z", provider: null } },
      { id: "events/0/2", subject: account, data: { customer: "c2", at: "2025-05-02T00:00:00Z", user: null } },
    ]);
  });

  test("keeps a seat until its user leaves", () => {
    const [before, after] = story([
      { hire: { user: "ada", at: "2025-05-01T00:00:00Z" } },
      { expect: {} },
      { leave: { user: "ada", at: "2025-05-02T00:00:00Z" } },
      { expect: {} },
    ]);
    const end = (moment: typeof before) => moment?.request.events.map(({ data }) => ("end" in data ? data.end : ""));
    expect([end(before), end(after)]).toEqual([[null], ["2025-05-02T00:00:00Z"]]);
  });

  test("withholds what began in an outage until it is over", () => {
    const [during, after] = story(
      [
        { outage: { from: "2025-05-02T00:00:00Z", to: "2025-05-03T00:00:00Z" } },
        { expect: {} },
        { recover: true },
        { expect: {} },
      ],
      { events: ["2025-05-01", "2025-05-02", "2025-05-03"].map((day) => presence(`${day}T00:00:00Z`)) },
    );
    expect([during?.request.events.length, after?.request.events.length]).toEqual([2, 3]);
  });

  test("calls an activity by its name from the renaming on, unless the event says one", () => {
    const [moment] = story([{ rename: { activity: "a", name: "Pause", at: "2025-05-02T00:00:00Z" } }, { expect: {} }], {
      events: [presence("2025-05-01T00:00:00Z"), presence("2025-05-02T00:00:00Z")],
    });
    expect(moment?.request.events.map(({ data }) => ("activityName" in data ? data.activityName : null))).toEqual([
      null,
      "Pause",
    ]);
  });

  test("asks about a subaccount by its own contract on the story's events", () => {
    const plan = [{ model: "user-plus-usage", price: "35.00" }];
    const [moment] = story([{ expect: { account: "AC2" } }], { subaccounts: { AC2: { plan } } });
    expect(moment?.request.contract).toEqual({ account: "AC2", currency: "USD", plan });
  });

  test("has a simulated month in it, the same for the same seed", () => {
    const steps = [{ simulate: { profile: "demo", seed: 3 } }, { expect: {} }];
    const [one] = story(steps);
    const [other] = story(steps);
    expect(one?.request.events.length).toBeGreaterThan(1_000);
    expect(other?.request.events).toEqual(one?.request.events);
  });

  test("says at once what a changed contract contradicts, and only that", () => {
    const read = readStory({
      schema: "flexbill.scenario/1",
      title: "Two plans of one day",
      month: "2025-05",
      contract: { plan: [{ model: "named-user", from: "2025-05-01" }] },
      steps: [{ plan: { model: "named-user", from: "2025-05-01" } }, { price: { product: "p" } }, { expect: {} }],
    });
    expect(read.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "schema.duplicate-from /steps/0/plan/from",
      "schema.missing /steps/1/price/unit",
      "schema.price-or-tiers /steps/1/price",
    ]);
  });
});
