import { month } from "@flexbill/kernel";
import type { Message } from "@flexbill/usage";
import { expect, test } from "vitest";
import type { Profile } from "../profile/profile.ts";
import { createRun } from "../simulate.ts";
import { ofType } from "../testing/events.ts";
import { profileOf } from "../testing/steady.ts";

const hours = Array.from({ length: 24 }, (_, hour) => (hour >= 8 && hour < 17 ? 1 : 0));
const line = {
  id: "line",
  channel: "whatsapp",
  numberType: "mobile",
  arrivals: { perDay: 120, hours },
  queue: "queue",
  replies: [1, 2, 4],
  gapSeconds: [20, 60, 120],
};
const entries = [
  { category: "utility", amount: "0.004", currency: "USD", from: "2026-01-01" },
  { category: "utility", amount: "0.005", currency: "USD", from: "2026-05-16" },
  { category: "marketing", amount: "0.025", currency: "USD" },
  { category: "marketing", country: "CA", amount: "0.030", currency: "USD" },
];

const centre = (changes: Readonly<Record<string, unknown>>, parts: Readonly<Record<string, unknown>> = {}): Profile =>
  profileOf({
    customers: 400,
    teams: [
      {
        id: "team",
        concurrent: 3,
        shifts: [{ name: "day", users: 5, start: "08:00", minutes: 600, weekdays: [0, 1, 2, 3, 4, 5, 6] }],
      },
    ],
    queues: [{ id: "queue", teams: ["team"] }],
    conversations: [{ ...line, ...changes }],
    rateCards: [{ provider: "Meta", entries }],
    ...parts,
  });

function play(profile: Profile, seed = 3) {
  const run = createRun(profile, { month: month("2026-05"), seed });
  const events = [...run.events];
  return {
    events,
    messages: ofType(events, "dev.flexbill.message").map(({ data }) => data),
    figures: run.statistics(),
  };
}

const byConversation = (messages: readonly Message[]): ReadonlyMap<string, readonly Message[]> =>
  Map.groupBy(messages, ({ conversation }) => conversation ?? "");

test("a conversation has one customer, one user and one carrier, and its messages follow each other", () => {
  const carriers = [
    { name: "att", weight: 1 },
    { name: "verizon", weight: 2 },
  ];
  const { messages, figures } = play(centre({ channel: "sms", carriers, texts: ["Short", "x".repeat(161)] }));
  expect(messages).toHaveLength(figures.messages);
  for (const thread of byConversation(messages).values()) {
    expect(new Set(thread.map(({ customer }) => customer)).size).toBe(1);
    expect(new Set(thread.map(({ carrier }) => carrier)).size).toBe(1);
    expect(new Set(thread.flatMap(({ user }) => (user === null ? [] : [user]))).size).toBeLessThanOrEqual(1);
    expect(
      thread.every(({ at }, index) => index === 0 || Date.parse(thread[index - 1]?.at ?? "") <= Date.parse(at)),
    ).toBe(true);
  }
  expect(new Set(messages.map(({ segments }) => segments))).toEqual(new Set(["1", "2"]));
  expect(new Set(messages.map(({ message }) => message)).size).toBe(messages.length);
});

test("no user has more conversations at once than the team allows", () => {
  const { messages } = play(centre({ arrivals: { perDay: 600, hours } }));
  const spans = [...byConversation(messages).values()].flatMap((thread) => {
    const own = thread.filter(({ user }) => user !== null);
    const [first, last] = [own[0], own.at(-1)];
    return first === undefined || last === undefined
      ? []
      : [{ user: first.user, from: Date.parse(first.at), to: Date.parse(last.at) }];
  });
  for (const own of Map.groupBy(spans, ({ user }) => user).values()) {
    const open = own.map(({ from }) => own.filter((span) => span.from <= from && from < span.to).length);
    expect(Math.max(...open)).toBe(3);
  }
});

const provider = {
  name: "Meta",
  categories: [
    { name: "utility", weight: 1 },
    { name: "marketing", weight: 1 },
  ],
  openPerMille: 1000,
};

test("templates that open a conversation are charged by their category, at the price of their day", () => {
  const { messages } = play(centre({ provider }));
  const charged = messages.filter((message) => message.provider !== null);
  expect(charged.length).toBe(byConversation(messages).size);
  for (const { at, direction, provider: own } of charged) {
    const wanted = own?.category === "marketing" ? "0.025" : at < "2026-05-16" ? "0.004" : "0.005";
    expect([direction, own?.name, own?.fee]).toEqual(["outbound", "Meta", { amount: wanted, currency: "USD" }]);
  }
  expect(new Set(charged.map(({ provider: own }) => own?.category))).toEqual(new Set(["utility", "marketing"]));
});

test("a late answer is free inside the window of a day and a charged template outside of it", () => {
  const followUps = { perMille: 1000, delaySeconds: [3600, 170_000], category: "utility" };
  const { messages } = play(centre({ provider: { ...provider, openPerMille: 0, followUps } }));
  let [free, paid] = [0, 0];
  for (const thread of byConversation(messages).values()) {
    const last = thread.at(-1);
    const heard = thread.findLast(({ direction }) => direction === "inbound");
    if (last === undefined || heard === undefined || last.direction === "inbound") continue;
    const late = Date.parse(last.at) - Date.parse(heard.at) >= 86_400_000;
    expect(last.provider !== null).toBe(late);
    if (late) paid += 1;
    else free += 1;
  }
  expect(Math.min(free, paid)).toBeGreaterThan(200);
});

test("a utility template to who wrote within the day costs nothing, another one always does (G-17)", () => {
  const { messages } = play(centre({ provider: { ...provider, insidePerMille: 1000 } }));
  const charged = messages.flatMap((message) => message.provider ?? []);
  expect(new Set(charged.map(({ category }) => category))).toEqual(new Set(["marketing"]));
  expect(charged.length / byConversation(messages).size).toBeCloseTo(0.5, 1);
});

test("inside the window a late answer needs no template, whatever its category", () => {
  const followUps = { perMille: 1000, delaySeconds: 1800, category: "marketing" };
  const { messages } = play(centre({ provider: { ...provider, openPerMille: 0, followUps } }));
  expect(messages.filter((message) => message.provider !== null)).toEqual([]);
});

test("without a rate card the fee is unknown, never none, and a card given to the run goes before the profile's", () => {
  const fees = (profile: Profile, rateCards?: Profile["rateCards"]) => {
    const run = createRun(profile, {
      month: month("2026-05"),
      seed: 3,
      ...(rateCards === undefined ? {} : { rateCards }),
    });
    const charged = ofType([...run.events], "dev.flexbill.message").flatMap(({ data }) => data.provider ?? []);
    return new Set(charged.map(({ fee }) => fee?.amount ?? null));
  };
  expect(fees(centre({ provider }, { rateCards: [] }))).toEqual(new Set([null]));
  expect(fees(centre({ provider, country: "CA" }))).toEqual(new Set(["0.004", "0.005", "0.030"]));
  const own = [{ provider: "Meta", entries: [{ category: "utility", amount: "1", currency: "EUR" }] }];
  expect(fees(centre({ provider }), own)).toEqual(new Set(["1", null]));
});

test("where every message is charged, what customers write is not", () => {
  const push = { name: "Chat app", categories: [{ name: "push", weight: 1 }], perMessage: true };
  const rateCards = [{ provider: "Chat app", entries: [{ category: "push", amount: "3", currency: "JPY" }] }];
  const { messages } = play(centre({ channel: "ott", numberType: null, provider: push }, { rateCards }));
  for (const message of messages) expect(message.provider !== null).toBe(message.direction === "outbound");
  expect(messages[0]?.country).toBeNull();
});

test("what a bot ends reaches no user, and out of hours a machine answers once", () => {
  const bot = { provider: "Bot", fee: { amount: "0.01", currency: "USD" }, containedPerMille: 600, replies: [1, 2] };
  const withBot = play(centre({ bot }));
  const alone = [...byConversation(withBot.messages).values()].filter((thread) =>
    thread.every(({ user }) => user === null),
  );
  expect(alone.length / withBot.figures.conversations).toBeCloseTo(0.6, 1);
  expect(ofType(withBot.events, "dev.flexbill.fee")).toHaveLength(withBot.figures.conversations);
  const night = play(centre({ arrivals: { perDay: 50, hours: hours.map((weight) => 1 - weight) } }));
  const lengths = [...byConversation(night.messages).values()].map((thread) => thread.length);
  expect(lengths.filter((length) => length === 2).length / lengths.length).toBeGreaterThan(0.8);
});

test("notices go out without a user and say what they are for, unless they are a contact centre's own", () => {
  const notice = { id: "codes", channel: "sms", numberType: "mobile", arrivals: { perDay: 40 }, texts: ["1234"] };
  const sent = (useCase: string) => {
    const { messages, figures } = play(centre({}, { conversations: [], notices: [{ ...notice, useCase }] }));
    expect(messages).toHaveLength(figures.notices);
    return new Set(messages.map((message) => [message.useCase, message.user, message.direction].join(" ")));
  };
  expect(sent("otp")).toEqual(new Set(["otp  outbound"]));
  expect(sent("contact-center")).toEqual(new Set(["  outbound"]));
});
