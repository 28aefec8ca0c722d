import {
  calendar,
  compare,
  decimal,
  divide,
  type Exact,
  formatExact,
  type Instant,
  instant,
  isPositive,
  month,
  multiply,
  secondsOf,
  sum,
} from "@flexbill/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyEvents } from "../test/arbitrary-events.ts";
import { naiveActiveSeconds, naivePeak } from "../test/naive.ts";
import { account, available, event, logout, options, presence, seat } from "../test/sample.ts";
import {
  createMetering,
  type FlexEvent,
  isFlexEvent,
  type Metered,
  type MeteringOptions,
  meter,
  usageRowDocument,
} from "./index.ts";

function lines(metered: Metered): readonly string[] {
  return metered.rows.map((row) => {
    const { product, quantity, exact, user, dimensions, useCase, amount } = usageRowDocument(row);
    const parts = [product, user ?? "-", ...Object.values(dimensions), exact ?? quantity, useCase, amount];
    return parts.filter((part) => part !== undefined).join(" ");
  });
}

function counted(events: readonly FlexEvent[], of: MeteringOptions = options()): readonly string[] {
  for (const one of events) expect(isFlexEvent(one)).toBe(true);
  return lines(meter(events, of));
}

function codes({ issues }: Metered): readonly string[] {
  return issues.map(({ code, path }) => `${code} ${path}`);
}

function hours(events: readonly FlexEvent[], of: MeteringOptions = options()): string {
  return formatExact(meter(events, of).billableHours.get("WK1") ?? decimal(0));
}

describe("an event counts once", () => {
  const leg = (id: string, seconds: string, more: object = {}) => ({
    ...event(
      "dev.flexbill.call-leg",
      {
        call: "CA1",
        leg: "client",
        direction: "inbound",
        start: "2025-05-06T09:00:00Z",
        seconds,
        status: "completed",
        user: "WK1",
      },
      { id },
    ),
    ...more,
  });

  test("however often it comes, whatever its time, its extensions and the order of its members", () => {
    const first = leg("x", "60");
    const again = {
      ...leg("x", "60", { time: "2025-05-06T10:00:00Z", traceparent: "1" }),
      data: Object.fromEntries(Object.entries(first.data).toReversed()),
    } as unknown as FlexEvent;
    const metered = meter([first, again, first], options());
    expect(lines(metered)).toEqual(["programmable-voice-platform WK1 1", "voice-javascript-sdk WK1 1"]);
    expect(codes(metered)).toEqual([]);
  });

  test("and with other content the first seen counts, and its identity is named once", () => {
    const metered = meter([leg("a/b", "60"), leg("a/b", "61"), leg("a/b", "600"), leg("a/b", "60")], options());
    expect(lines(metered)[0]).toBe("programmable-voice-platform WK1 1");
    expect(codes(metered)).toEqual(["event.conflict /events/~1test/a~1b"]);
  });

  test.each([
    ["subject", { subject: "AC2" }],
    ["type", { type: "dev.flexbill.sign-in", data: { user: "WK1", at: "2025-05-06T09:00:00Z" } }],
    ["a member's presence", { data: { ...leg("x", "60").data, country: null } }],
    ["a member that nobody knows", { data: { ...leg("x", "60").data, mood: 1 } }],
    ["labels", { data: { ...leg("x", "60").data, labels: { team: "a" } } }],
  ])("content is %s too", (_, change) => {
    expect(codes(meter([leg("x", "60"), leg("x", "60", change)], options()))).toEqual([
      "event.conflict /events/~1test/x",
    ]);
  });

  test("a conflict is named whatever the month and the subject", () => {
    const other = { subject: "AC2" };
    const events = [leg("x", "60", other), leg("x", "61", other)];
    expect(codes(meter(events, options({}, { month: month("2019-01") })))).toEqual(["event.conflict /events/~1test/x"]);
  });

  test("the same id of another source is another event", () => {
    expect(counted([leg("x", "60"), leg("x", "60", { source: "/other" })])[0]).toBe(
      "programmable-voice-platform WK1 2",
    );
  });
});

describe("an account is metered by itself", () => {
  test("a user who appears in two accounts counts in each by its own events", () => {
    const events = [
      presence("WK1", "2025-05-06T09:00:00Z", "2025-05-06T10:00:00Z"),
      event(
        "dev.flexbill.presence",
        { user: "WK1", activity: available, start: "2025-05-06T09:00:00Z", end: "2025-05-06T14:00:00Z" },
        { subject: "AC2" },
      ),
    ];
    expect(hours(events)).toBe("1");
    expect(hours(events, options({ account: "AC2" }))).toBe("5");
  });
});

describe("active hours", () => {
  const day = (from: string, to: string | null, activity = available) =>
    presence("WK1", `2025-05-06T${from}Z`, to === null ? null : `2025-05-06T${to}Z`, activity);

  test("are the union of time, to any fraction of a second", () => {
    expect(hours([day("09:00:00", "10:00:00"), day("09:30:00", "10:30:00"), day("09:15:00", "09:15:00")])).toBe("1.5");
    expect(hours([day("09:00:00", "09:00:00.0009"), day("09:00:00.0005", "09:00:01.0000001")])).toBe(
      "10000001/36000000000",
    );
    expect(hours([day("09:00:00", "09:20:00")])).toBe("1/3");
  });

  test("leave out the activity that was the Logout Activity at each instant", () => {
    const history = {
      logoutActivity: [
        { activity: "WA-1", from: instant("2025-05-06T10:00:00Z") },
        { activity: "WA-2", from: instant("2025-05-06T12:00:00Z") },
        { activity: "WA-1", from: instant("2025-05-06T13:00:00.5Z") },
      ],
    };
    const whole = (activity: string) => [day("08:00:00", "14:00:00", activity)];
    expect(hours(whole("WA-1"), options(history))).toBe(formatExact(divide(decimal("10800.5"), decimal(3600))));
    expect(hours(whole("WA-2"), options(history))).toBe(formatExact(divide(decimal("17999.5"), decimal(3600))));
    expect(hours(whole("WA-3"), options(history))).toBe("6");
    expect(hours(whole("WA-1"), options({ logoutActivity: [{ activity: "WA-1" }] }))).toBe("0");
    expect(hours(whole("WA-1"), options({ logoutActivity: [] }))).toBe("6");
  });

  test("of an interval that has not ended go to the as-of instant, never beyond the month, and say so", () => {
    const open = [day("09:00:00", null)];
    expect(hours(open, options({}, { asOf: instant("2025-05-06T12:00:00Z") }))).toBe("3");
    expect(hours(open, options({}, { asOf: instant("2025-06-06T12:00:00Z") }))).toBe(hours(open));
    expect(hours(open)).toBe(String(25 * 24 + 15));
    const metered = meter(open, options());
    expect(metered.issues[0]).toMatchObject({ code: "presence.open", params: { user: "WK1", activity: available } });
    expect(codes(meter(open, options({}, { asOf: instant("2025-05-06T08:00:00Z") })))).toEqual([]);
    expect(codes(meter([day("09:00:00", null, logout)], options()))).toEqual([]);
  });

  test("as-of does not cut an interval that has ended", () => {
    expect(hours([day("09:00:00", "12:00:00")], options({}, { asOf: instant("2025-05-06T10:00:00Z") }))).toBe("3");
  });

  test("in an activity only named offline are billed, and named once an activity", () => {
    const named = (activityName: string, activity: string, from = "09:00:00") =>
      event("dev.flexbill.presence", {
        user: "WK1",
        activity,
        activityName,
        start: `2025-05-06T${from}Z`,
        end: "2025-05-06T10:00:00Z",
      });
    const metered = meter(
      [
        named(" OffLine ", "WA-x"),
        named("Offline", "WA-x"),
        named("offline", logout),
        named("off-line", "WA-y"),
        named("offline", "WA-z", "10:00:00"),
      ],
      options(),
    );
    expect(codes(metered)).toEqual(["activity.offline-lookalike /activities/WA-x"]);
    expect(metered.issues[0]?.found).toBe(" OffLine ");
  });

  test.each(["UTC", "Asia/Tokyo", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"])(
    "end with the month in %s, to the millisecond",
    (timeZone) => {
      const { start, end } = calendar(timeZone).period(month("2025-05"));
      const around = (edge: Instant) => [
        presence("WK1", iso(Number(edge) - 1), iso(Number(edge))),
        presence("WK2", iso(Number(edge)), iso(Number(edge) + 1)),
      ];
      const users = (events: readonly FlexEvent[]) =>
        Array.from(meter(events, options({ timeZone })).billableHours.keys());
      expect(users(around(start))).toEqual(["WK2"]);
      expect(users(around(end))).toEqual(["WK1"]);
    },
  );

  test("follow the clock through a day of 23 and one of 25 hours", () => {
    const timeZone = "America/New_York";
    const all = [presence("WK1", "2024-01-01T00:00:00Z", "2027-01-01T00:00:00Z")];
    expect(hours(all, options({ timeZone }, { month: month("2025-03") }))).toBe(String(31 * 24 - 1));
    expect(hours(all, options({ timeZone }, { month: month("2025-11") }))).toBe(String(30 * 24 + 1));
  });

  test("agree with a count second by second", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom("WK1", "WK2"),
            fc.nat(200),
            fc.option(fc.nat(60), { freq: 8 }),
            fc.constantFrom(available, logout),
          ),
          { maxLength: 12 },
        ),
        (spans) => {
          const edge = Date.UTC(2025, 4, 1) / 1000;
          const events = spans.map(([user, at, length, activity]) =>
            presence(
              user,
              iso((edge - 100 + at) * 1000),
              length === null ? null : iso((edge - 100 + at + length) * 1000),
              activity,
            ),
          );
          const metered = meter(events, options({}, { asOf: instant(iso((edge + 150) * 1000)) }));
          const naive = naiveActiveSeconds(events, { from: edge, to: edge + 150 });
          const closed = naiveActiveSeconds(
            events.filter(({ data }) => "end" in data && data.end !== null),
            { from: edge + 150, to: edge + 300 },
          );
          for (const [user, seconds] of closed) naive.set(user, (naive.get(user) ?? 0) + seconds);
          expect(
            new Map(
              Array.from(metered.billableHours, ([user, value]) => [user, formatExact(multiply(value, decimal(3600)))]),
            ),
          ).toEqual(new Map(Array.from(naive, ([user, seconds]) => [user, String(seconds)])));
        },
      ),
      { numRuns: 150 },
    );
  });
});

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

describe("free hours look back", () => {
  const plan = (from: string) =>
    options({ plan: [{ model: "active-user-hour", from: from as never, freeHours: decimal(10) }] });
  const events = [
    presence("WK1", "2025-02-28T23:00:00Z", "2025-03-01T02:00:00Z"),
    presence("WK2", "2025-03-31T22:00:00Z", null),
    presence("WK1", "2025-04-30T23:30:00Z", "2025-05-01T01:00:00Z"),
  ];
  const earlier = (of: MeteringOptions) =>
    Object.fromEntries(Array.from(meter(events, of).earlierBillableHours, ([key, value]) => [key, formatExact(value)]));

  test("to the months that the plan entry billed, users together, cut at month edges", () => {
    expect(earlier(plan("2025-01-01"))).toEqual({ "2025-02": "1", "2025-03": "4", "2025-04": "720.5" });
  });

  test("not to a month in which the entry only began", () => {
    expect(earlier(plan("2025-03-02"))).toEqual({ "2025-04": "720.5" });
    expect(earlier(plan("2025-03-01"))).toEqual({ "2025-03": "4", "2025-04": "720.5" });
  });

  test("not at all without free hours, and the month itself is the same", () => {
    expect(earlier(options())).toEqual({});
    expect(meter(events, plan("2025-01-01")).billableHours).toEqual(meter(events, options()).billableHours);
  });
});

describe("named users", () => {
  const peak = (events: readonly FlexEvent[], method: "peak" | "distinct" = "peak") =>
    counted(events, options({ assumptions: { "named.method": method } })).find((line) =>
      line.startsWith("flex-named-user"),
    );

  test("removed and added at one instant do not meet, and one second of overlap does", () => {
    const noon = "2025-05-10T12:00:00Z";
    expect(peak([seat("WK1", "2025-05-01T00:00:00Z", noon), seat("WK2", noon, null)])).toBe("flex-named-user - 1");
    expect(peak([seat("WK1", "2025-05-01T00:00:00Z", "2025-05-10T12:00:00.0000001Z"), seat("WK2", noon, null)])).toBe(
      "flex-named-user - 2",
    );
    expect(peak([seat("WK1", "2025-05-01T00:00:00Z", noon), seat("WK2", noon, null)], "distinct")).toBe(
      "flex-named-user - 2",
    );
  });

  test("agree with a count second by second, whatever the users are called", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(4), fc.nat(120), fc.option(fc.nat(60), { freq: 8 })), { maxLength: 12 }),
        (spans) => {
          const edge = Date.UTC(2025, 5, 1) / 1000;
          const seats = (prefix: string) =>
            spans.map(([user, at, length]) =>
              seat(
                `${prefix}${user}`,
                iso((edge - 90 + at) * 1000),
                length === null ? null : iso((edge - 90 + at + length) * 1000),
              ),
            );
          const naive = naivePeak(seats("WK"), { from: edge - 90, to: edge });
          const wanted = naive === 0 ? undefined : `flex-named-user - ${naive}`;
          expect(peak(seats("WK"))).toBe(wanted);
          expect(peak(seats("Z"))).toBe(wanted);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("are provisioned, each once, and usage told elsewhere makes nobody so", () => {
    const events = [
      seat("WK1", "2025-05-01T00:00:00Z", "2025-05-02T00:00:00Z"),
      seat("WK1", "2025-05-03T00:00:00Z", null),
      seat("WK2", "2025-05-03T00:00:00Z", "2025-05-03T00:00:00Z"),
      event("dev.flexbill.usage", {
        product: "flex-named-user",
        quantity: "5",
        unit: "user",
        at: "2025-05-03T00:00:00Z",
        user: null,
        dimensions: {},
      }),
    ];
    expect(counted(events)).toEqual(["flex-named-user - 6", "flex-provisioned-user WK1 1"]);
    expect(meter(events, options()).provisioned).toEqual(new Set(["WK1"]));
  });
});

describe("whatever the events are", () => {
  const months = fc.constantFrom("UTC", "Asia/Tokyo", "America/New_York").map((timeZone) => options({ timeZone }));
  const lists = fc.array(anyEvents, { maxLength: 40 }).map((events) => events as unknown as FlexEvent[]);

  test("neither their order nor their repetition matters", () => {
    fc.assert(
      fc.property(lists, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), months, (events, keys, of) => {
        const shuffled = events
          .map((one, index) => ({ one, key: keys[index] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const once = meter(events, of);
        expect(meter(shuffled, of)).toEqual(once);
        expect(meter([...shuffled, ...events], of)).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  test("rows are in order, distinct, positive, and no user is active longer than the month", () => {
    fc.assert(
      fc.property(lists, months, (events, of) => {
        const { rows, billableHours } = meter(events, of);
        const { start, end } = calendar(of.contract.timeZone).period(of.month);
        const keys = rows.map(({ quantity, ...key }) =>
          JSON.stringify([key.product, key.unit, key.user, key.dimensions, key.useCase, key.amount === null]),
        );
        expect(new Set(keys).size).toBe(rows.length);
        for (const { quantity } of rows) expect(isPositive(quantity)).toBe(true);
        for (const value of billableHours.values())
          expect(compare(multiply(value, decimal(3600)), secondsOf({ start, end }))).toBeLessThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });

  test("a presence cut in two at any instant is the same time", () => {
    fc.assert(
      fc.property(lists, fc.nat(), (events, at) => {
        const cut = events.flatMap((one) => (one.type === "dev.flexbill.presence" ? halves(one, at) : [one]));
        const whole = meter(events, options());
        expect(meter(cut, options()).billableHours).toEqual(whole.billableHours);
        expect(meter(cut, options()).rows).toEqual(whole.rows);
      }),
      { numRuns: 200 },
    );
  });

  test("months side by side have each dated event once", () => {
    fc.assert(
      fc.property(lists, (events) => {
        const sales = events.filter(({ type }) => type === "dev.flexbill.call-leg");
        const minutes = (of: string) =>
          sum(
            meter(sales, options({}, { month: month(of) }))
              .rows.filter(({ product }) => product === "programmable-voice-platform")
              .map(({ quantity }): Exact => quantity),
          );
        const all = sum(["2025-04", "2025-05", "2025-06"].map(minutes));
        const known = sum(
          sales.map((one) =>
            one.type === "dev.flexbill.call-leg" && one.data.status === "completed"
              ? ceilingMinutes(one.data.seconds)
              : decimal(0),
          ),
        );
        expect(formatExact(all)).toBe(formatExact(known));
      }),
      { numRuns: 100 },
    );
  });
});

function ceilingMinutes(seconds: string) {
  return decimal(Math.ceil(Number(seconds) / 60));
}

function halves(one: Extract<FlexEvent, { type: "dev.flexbill.presence" }>, at: number): readonly FlexEvent[] {
  const { start, end } = one.data;
  if (end === null || Date.parse(end) - Date.parse(start) < 2) return [one];
  const middle = iso(Date.parse(start) + 1 + (at % (Date.parse(end) - Date.parse(start) - 1)));
  return [
    { ...one, id: `${one.id}-1`, data: { ...one.data, end: middle } },
    { ...one, id: `${one.id}-2`, data: { ...one.data, start: middle } },
  ];
}

test("a metering can be fed and asked about its identities", () => {
  const metering = createMetering(options());
  metering.add(presence("WK1", "2025-05-06T09:00:00Z", "2025-05-06T10:00:00Z"));
  expect(metering.identities().count).toBe(1);
  expect(metering.finish()).toMatchObject({ account, month: "2025-05" });
});
