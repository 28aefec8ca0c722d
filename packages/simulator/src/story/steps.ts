import { inside, type Located, located } from "@flexbill/documents";
import { type Issue, isTimeZone, nextMonth, parseInstant, parseMonth } from "@flexbill/kernel";
import { parseContract } from "@flexbill/terms";
import { type At, complaint, own, unknownName } from "../complaint.ts";
import { profileById, profileIds } from "../profile/shipped.ts";
import { createRun } from "../simulate.ts";
import type { Known } from "./known.ts";
import { eventsFrom } from "./story-events.ts";
import type { StoryStep } from "./story-schema.ts";

interface Here {
  readonly known: Known;
  readonly source: Located;
  readonly path: At;
}

/** What is known after a step, and what in it cannot be. */
interface Taken {
  readonly known: Known;
  readonly issues: readonly Issue[];
}

type Steps = { readonly [Name in keyof StoryStep]-?: (value: NonNullable<StoryStep[Name]>, here: Here) => Taken };

/** What each step of a story does. */
export const steps: Steps = {
  advance: (months, { known }) => taken({ ...known, month: laterMonth(known.month, months) }),
  events: tell,
  late: tell,
  hire: ({ user, at }, here) =>
    taken({ ...here.known, seats: [...here.known.seats, { user, start: at, end: null }] }, instants(here, "at")),
  leave: ({ user, at }, here) => leave(user, at, here),
  rename: (name, here) => taken({ ...here.known, names: [...here.known.names, name] }, instants(here, "at")),
  plan: (entry, here) => agree({ plan: [...listOf(here, "plan"), entry] }, here),
  price: (entry, here) => {
    const prices = here.known.contract["prices"] as Readonly<Record<string, unknown>> | undefined;
    const overrides = (prices?.["overrides"] ?? []) as readonly unknown[];
    return agree({ prices: { ...prices, overrides: [...overrides, entry] } }, here);
  },
  allowance: (entry, here) => agree({ allowances: [...listOf(here, "allowances"), entry] }, here),
  adjust: (entry, here) => agree({ adjustments: [...listOf(here, "adjustments"), entry] }, here),
  outage: (outage, here) =>
    taken({ ...here.known, outages: [...here.known.outages, outage] }, instants(here, "from", "to")),
  recover: (_, { known }) => taken({ ...known, outages: [] }),
  simulate: ({ profile, seed }, here) => simulated(profile, seed, here),
  invoice: ({ month }, { known }) => taken({ ...known, invoices: [...known.invoices, month ?? known.month] }),
  expect: (expected, here) => {
    const { known, source, path } = here;
    const names = [["differs", "from"], ["same"]].filter((at) => inside(source, ...path, ...at).value !== undefined);
    const strange = names.filter((at) => !known.bills.includes(String(inside(source, ...path, ...at).value)));
    const accounts = [String(known.contract["account"]), ...Object.keys(known.subaccounts)];
    const { account, month, name, adjustments, asOf } = expected;
    const uninvoiced = adjustments !== undefined && !known.invoices.includes(month ?? known.month);
    const issues = [
      ...strange.map((at) => unknownName(source, [...path, ...at], known.bills)),
      ...(account === undefined || accounts.includes(account)
        ? []
        : [unknownName(source, [...path, "account"], accounts)]),
      ...(uninvoiced
        ? [complaint("schema.value", source, [...path, "adjustments"], { wanted: "invoice-arrived" })]
        : []),
      ...(asOf === undefined ? [] : instants(here, "asOf")),
    ];
    return taken(name === undefined ? known : { ...known, bills: [...known.bills, name] }, issues);
  },
};

const taken = (known: Known, issues: readonly Issue[] = []): Taken => ({ known, issues });

function tell(list: NonNullable<StoryStep["events"]>, { known, source, path }: Here): Taken {
  const told = eventsFrom(list, { source, path, account: String(known.contract["account"]) });
  return taken({ ...known, events: [...known.events, ...told.events] }, told.issues);
}

function leave(user: string, at: string, here: Here): Taken {
  const { known, source, path } = here;
  const held = known.seats.findLastIndex((seat) => seat.user === user && seat.end === null);
  const seat = known.seats[held];
  const holders = known.seats.filter(({ end }) => end === null).map((one) => one.user);
  if (seat === undefined) return taken(known, [unknownName(source, [...path, "user"], holders)]);
  return taken({ ...known, seats: known.seats.with(held, { ...seat, end: at }) }, instants(here, "at"));
}

function laterMonth(text: string, months: number): string {
  let parsed = parseMonth(text);
  for (let left = months; left > 0 && parsed.ok; left -= 1) parsed = { ...parsed, value: nextMonth(parsed.value) };
  return parsed.ok ? parsed.value : text;
}

const listOf = ({ known }: Here, member: string) => (known.contract[member] ?? []) as readonly unknown[];

/** The contract with a change, which has to be a contract still; what was wrong before is not told again. */
function agree(change: Readonly<Record<string, unknown>>, { known, source, path }: Here): Taken {
  const contract = { ...known.contract, ...change };
  const before = new Set(parseContract(located(known.contract)).issues.map(({ path: at, code }) => `${code} ${at}`));
  const fresh = parseContract(located(contract)).issues.filter(({ path: at, code }) => !before.has(`${code} ${at}`));
  const issues = fresh.map((found) => {
    const inEntry = found.path.split("/").slice(found.path.startsWith("/prices") ? 4 : 3);
    const at = [...path, ...inEntry];
    const place = source.placeOf(at);
    return own(
      { ...found, path: inEntry.map((part) => `/${part}`).join(""), ...(place === undefined ? {} : { at: place }) },
      path,
    );
  });
  return taken({ ...known, contract }, issues);
}

function simulated(name: string, seed: number, { known, source, path }: Here): Taken {
  const profile = profileById(name);
  if (profile === undefined) return taken(known, [unknownName(source, [...path, "profile"], profileIds)]);
  const zone = known.contract["timeZone"];
  const timeZone = typeof zone === "string" && isTimeZone(zone) ? zone : "UTC";
  const parsed = parseMonth(known.month);
  if (!parsed.ok) return taken(known);
  const account = String(known.contract["account"]);
  const { events } = createRun(profile, { seed, months: [parsed.value], timeZone, account });
  return taken({ ...known, events: [...known.events, ...events] });
}

/** What is no instant among the members of a step. */
function instants({ source, path }: Here, ...members: readonly string[]): readonly Issue[] {
  return members.flatMap((member) => {
    const at = [...path, member];
    const found = inside(source, ...at).value;
    if (typeof found === "string" && parseInstant(found).ok) return [];
    return [complaint("schema.value", source, at, { wanted: "instant" })];
  });
}
