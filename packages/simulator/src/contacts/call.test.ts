import { month } from "@flexbill/kernel";
import { expect, test } from "vitest";
import type { Profile } from "../profile/profile.ts";
import { createRun } from "../simulate.ts";
import { ofType } from "../testing/events.ts";
import { profileOf } from "../testing/steady.ts";

const day = { name: "day", users: 8, start: "08:00", minutes: 600, weekdays: [1, 2, 3, 4, 5] };
const hours = Array.from({ length: 24 }, (_, hour) => (hour >= 8 && hour < 17 ? 1 : 0));
const line = {
  id: "line",
  number: { numberType: "toll-free" },
  arrivals: { perDay: 300, hours },
  menuSeconds: [10, 20],
  queue: "first",
  patienceSeconds: [30, 120],
  talkSeconds: [60, 200, 400],
  wrapUpSeconds: 20,
};

/** A centre with two queues and one line of calls, changed as it is told. */
const centre = (changes: Readonly<Record<string, unknown>>, parts: Readonly<Record<string, unknown>> = {}): Profile =>
  profileOf({
    teams: [
      { id: "first", shifts: [day] },
      { id: "second", shifts: [{ ...day, users: 4 }] },
    ],
    queues: [
      { id: "first", teams: ["first"] },
      { id: "second", teams: ["second"] },
    ],
    calls: [{ ...line, ...changes }],
    ...parts,
  });

function play(profile: Profile) {
  const run = createRun(profile, { month: month("2026-05"), seed: 2 });
  const events = [...run.events];
  const legs = ofType(events, "dev.flexbill.call-leg").map(({ data }) => data);
  return { events, legs, figures: run.statistics() };
}

const end = (leg: { readonly start: string; readonly seconds: string }): number =>
  Date.parse(leg.start) / 1000 + Number(leg.seconds);

test("every caller is served, gives up, meets nobody or is served by the menu, and has one leg of their own", () => {
  const { legs, figures } = play(centre({ selfServicePerMille: 200 }));
  const { calls, answered, abandoned, closed, selfServed } = figures;
  expect(answered + abandoned + closed + selfServed).toBe(calls);
  expect(legs.filter(({ leg }) => leg === "pstn")).toHaveLength(calls);
  expect(legs.filter(({ leg }) => leg === "client")).toHaveLength(answered);
  expect(selfServed / calls).toBeCloseTo(0.2, 1);
  const alone = legs.filter(({ leg, user }) => leg === "pstn" && user === null);
  expect(alone).toHaveLength(calls - answered);
  expect(new Set(legs.map(({ call }) => call)).size).toBe(calls);
});

test("the customer's leg begins with the menu and ends with the user's leg", () => {
  const { legs } = play(centre({}));
  const customers = new Map(legs.filter(({ leg }) => leg === "pstn").map((leg) => [leg.call, leg]));
  for (const own of legs.filter(({ leg }) => leg === "client")) {
    const customer = customers.get(own.call);
    if (customer === undefined) throw new Error("a call without a customer");
    expect(Date.parse(own.start) - Date.parse(customer.start)).toBeGreaterThanOrEqual(10_000);
    expect(Math.abs(end(own) - end(customer))).toBeLessThanOrEqual(1.01);
    expect(customer.user).toBe(own.user);
  }
});

test("no user is on two calls at once", () => {
  const { legs } = play(centre({ transfers: { perMille: 300, queue: "second", conferencePerMille: 500 } }));
  const ends = new Map<string, number>();
  const own = legs.filter(({ leg }) => leg === "client").sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
  for (const leg of own) {
    expect(Date.parse(leg.start) / 1000).toBeGreaterThan((ends.get(leg.user ?? "") ?? 0) - 1.01);
    ends.set(leg.user ?? "", end(leg));
  }
});

test("a transferred call has a leg for each user, and a conference counts three participants for the minutes both talk", () => {
  const transfers = { perMille: 1000, queue: "second", conferencePerMille: 1000, conferenceSeconds: 45 };
  const { events, legs, figures } = play(centre({ transfers, arrivals: { perDay: 60, hours } }));
  const users = new Map<string, Set<string | null>>();
  for (const { call, leg, user } of legs)
    if (leg === "client") users.set(call, (users.get(call) ?? new Set()).add(user));
  expect(Math.max(...[...users.values()].map(({ size }) => size))).toBe(3);
  expect(figures.transfers).toBeGreaterThan(500);
  const conferences = ofType(events, "dev.flexbill.usage").map(({ data }) => data);
  expect(conferences.length).toBeGreaterThan(300);
  expect(new Set(conferences.map(({ product, quantity, unit }) => `${product} ${quantity} ${unit}`))).toEqual(
    new Set(["agent-conference 3 minute"]),
  );
});

test("a call that goes outside has a leg to the telephone network for as long as it lasts there", () => {
  const { legs } = play(centre({ transfers: { perMille: 1000, outside: { country: "CA", numberType: "mobile" } } }));
  const outside = legs.filter(({ direction }) => direction === "outbound");
  expect(outside.length).toBeGreaterThan(1000);
  for (const { leg, country, numberType, user } of outside) {
    expect([leg, country, numberType, user === null]).toEqual(["pstn", "CA", "mobile", false]);
  }
});

test("trunks and desk telephones are legs of SIP, each with its peer", () => {
  const routes = (changes: Readonly<Record<string, unknown>>) =>
    new Set(play(centre(changes)).legs.map(({ leg, peer }) => [leg, peer].join(" ").trim()));
  expect(routes({ trunk: "sip-customer-equipment" })).toEqual(new Set(["sip customer-equipment", "client"]));
  expect(routes({ trunk: "sip-third-party-carrier", agentLeg: "sip" })).toEqual(
    new Set(["sip third-party-carrier", "sip customer-equipment"]),
  );
});

test("a recording that begins in the menu holds the queue as well, and both are deleted when they are due", () => {
  const lengths = (from: string) => {
    const { events } = play(centre({ recording: { perMille: 1000, from, keptDays: 30 } }));
    const made = ofType(events, "dev.flexbill.recording").map(({ data }) => data);
    for (const { start, deleted } of made) expect(Date.parse(deleted ?? "") - Date.parse(start)).toBe(30 * 86_400_000);
    return [made.length, made.reduce((sum, { seconds }) => sum + Number(seconds), 0)] as const;
  };
  const [answered, menu] = [lengths("answer"), lengths("menu")];
  expect(menu[0]).toBe(answered[0]);
  expect(menu[1] - answered[1]).toBeGreaterThan(menu[0] * 10);
});

test("who gives up is called back, and only what is answered is completed", () => {
  const outcomes = [
    { name: "completed", weight: 1 },
    { name: "no-answer", weight: 1 },
  ];
  const callbacks = { perMille: 1000, delaySeconds: 600, ringSeconds: 15, outcomes };
  const { legs, figures } = play(centre({ patienceSeconds: 1, callbacks, arrivals: { perDay: 900, hours } }));
  const back = legs.filter(({ leg, direction }) => leg === "pstn" && direction === "outbound");
  expect(figures.callbacks).toBeGreaterThan(100);
  expect(back.length).toBeGreaterThanOrEqual(figures.callbacks - 1);
  for (const { status, seconds } of back) expect(status === "completed").toBe(Number(seconds) > 0);
  expect(new Set(back.map(({ status }) => status))).toEqual(new Set(["completed", "no-answer"]));
});

test("a bot that answers first is paid for by every contact, and its provider's fee names the call", () => {
  const bot = { provider: "Bot", fee: { amount: "0.05", currency: "USD" }, containedPerMille: 700 };
  const { events, legs, figures } = play(centre({ bot }));
  const fees = ofType(events, "dev.flexbill.fee").map(({ data }) => data);
  expect(fees).toHaveLength(figures.calls);
  expect(figures.selfServed / figures.calls).toBeCloseTo(0.7, 1);
  const known = new Set(legs.map(({ call }) => call));
  for (const { product, amount, reference } of fees) {
    expect([product, amount, known.has(reference ?? "")]).toEqual(["third-party-virtual-agent", "0.05", true]);
  }
});

test("a list is dialled by the users of its queue, with a recognition for each call that is answered", () => {
  const dialling = [
    {
      id: "list",
      number: { numberType: "mobile" },
      arrivals: { perDay: 100, hours },
      queue: "second",
      outcomes: [
        { name: "completed", weight: 3 },
        { name: "busy", weight: 1 },
      ],
      talkSeconds: [30, 90],
      detection: true,
      useCase: "marketing",
    },
  ];
  const { events, legs, figures } = play(centre({}, { dialling }));
  const dialled = legs.filter(({ leg, direction }) => leg === "pstn" && direction === "outbound");
  expect(dialled.length).toBe(figures.dialled);
  expect(new Set(dialled.map(({ useCase }) => useCase))).toEqual(new Set(["marketing"]));
  const completed = dialled.filter(({ status }) => status === "completed").length;
  expect(completed / dialled.length).toBeCloseTo(0.75, 1);
  expect(ofType(events, "dev.flexbill.usage")).toHaveLength(completed);
});
