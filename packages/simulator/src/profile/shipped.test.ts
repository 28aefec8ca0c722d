import { rateEvents } from "@flexbill/charges";
import { type Month, month } from "@flexbill/kernel";
import { shippedBook } from "@flexbill/products";
import { parseContract } from "@flexbill/terms";
import { parseEvent } from "@flexbill/usage";
import { expect, test } from "vitest";
import { createRun } from "../simulate.ts";
import { contractsFor } from "./contracts.ts";
import type { Profile } from "./profile.ts";
import { profileById, profileIds } from "./shipped.ts";

const priceBook = shippedBook("twilio-us-2026-08");
const profile = (id: string): Profile => profileById(id) as Profile;

/** A part of a centre: as many times fewer seats and contacts, the rest as it is. */
function smaller(whole: Profile, times: number): Profile {
  const fewer = (count: number): number => Math.ceil(count / times);
  const less = <Line extends { readonly arrivals: Profile["calls"][number]["arrivals"] }>(line: Line): Line => ({
    ...line,
    arrivals: { ...line.arrivals, perDay: fewer(line.arrivals.perDay) },
  });
  return {
    ...whole,
    teams: whole.teams.map((team) => ({
      ...team,
      shifts: team.shifts.map((shift) => ({ ...shift, users: fewer(shift.users) })),
    })),
    calls: whole.calls.map(less),
    dialling: whole.dialling.map(less),
    conversations: whole.conversations.map(less),
    notices: whole.notices.map(less),
  };
}

function rated(of: Profile, billed: Month) {
  const run = createRun(of, { month: billed, seed: 11 });
  const events = [...run.events];
  const invoices = contractsFor(of).map((document) => {
    const contract = parseContract(document);
    if (!contract.ok || priceBook === undefined) throw new Error(JSON.stringify(contract.issues));
    const own = events.filter(({ subject }) => subject === contract.value.account);
    const invoice = rateEvents(own, { contract: contract.value, priceBook, month: billed });
    if (!invoice.ok) throw new Error(JSON.stringify(invoice.issues));
    return invoice.value;
  });
  return { events, invoices, figures: run.statistics() };
}

test("every profile but the demo ships with a contract for each of its accounts", () => {
  for (const id of profileIds) {
    const wanted = id === "demo" ? 0 : 1 + Object.keys(profile(id).accounts).length;
    expect([id, contractsFor(profile(id)).length]).toEqual([id, wanted]);
  }
});

const seats = (of: Profile): number =>
  of.teams.flatMap(({ shifts }) => shifts).reduce((sum, { users }) => sum + users, 0);

test.for([
  ["clinic", 12],
  ["retailer-jp", 60],
  ["airline", 400],
  ["outsourcer", 3000],
  ["insurer", 150],
  ["migration", 80],
] as const)("%s has %d seats", ([id, wanted]) => expect(seats(profile(id))).toBe(wanted));

test.for([
  ["clinic", 1, "2026-10"],
  ["clinic", 1, "2025-12"],
  ["retailer-jp", 4, "2026-04"],
  ["airline", 20, "2026-07"],
  ["insurer", 8, "2026-03"],
  ["migration", 3, "2026-06"],
  ["migration", 3, "2026-07"],
  ["outsourcer", 60, "2026-11"],
] as const)(
  "a part of %s (one of %d) in %s rates without an error and with an upper bound",
  { timeout: 120_000 },
  ([id, times, name]) => {
    const { events, invoices } = rated(smaller(profile(id), times), month(name));
    for (const event of events) if (!parseEvent(event).ok) throw new Error(JSON.stringify(event));
    expect(invoices.flatMap(({ issues }) => issues.filter(({ severity }) => severity === "error"))).toEqual([]);
    for (const { totals } of invoices) for (const { high } of Object.values(totals)) expect(high).not.toBeNull();
  },
);

test("a migration is billed by seats until June and by hours from July on, and forced logouts begin with July", {
  timeout: 60_000,
}, () => {
  const part = smaller(profile("migration"), 3);
  const licence = (name: string) => {
    const { invoices, figures } = rated(part, month(name));
    const line = invoices[0]?.charges.find(({ kind }) => kind === "license");
    return [line?.product, figures.swaps >= 0];
  };
  expect(licence("2026-06")).toEqual(["flex-named-user", true]);
  expect(licence("2026-07")).toEqual(["flex-active-user-hour", true]);
});

test("what each profile is made for shows in its events", { timeout: 60_000 }, () => {
  const kinds = (id: string, times: number, name: string) => {
    const { events, invoices } = rated(smaller(profile(id), times), month(name));
    return { data: events.map((event) => ({ type: event.type, ...event.data })), invoice: invoices[0] };
  };
  const shop = kinds("retailer-jp", 6, "2026-04");
  const channels = new Set(shop.data.map((data) => ("channel" in data ? data.channel : null)));
  expect([channels.has("ott"), channels.has("whatsapp")]).toEqual([true, false]);
  const [fee] =
    shop.invoice?.charges.filter(({ kind, currency }) => kind === "third-party" && currency === "JPY") ?? [];
  expect(Number(fee?.amount.low)).toBeGreaterThan(0);
  const names = new Set(shop.data.flatMap((data) => ("activityName" in data ? [data.activityName] : [])));
  expect([names.has("退勤"), names.has("オフライン")]).toEqual([true, false]);
  const bots = kinds("insurer", 15, "2026-03");
  expect(bots.data.some((data) => "product" in data && data.product === "third-party-virtual-agent")).toBe(true);
  expect(bots.invoice?.issues.map(({ code }) => code)).toContain("use.ineligible");
  const { events } = createRun(smaller(profile("outsourcer"), 100), { month: month("2026-10"), seed: 1 });
  expect(new Set([...events].map(({ subject }) => subject)).size).toBe(13);
});
