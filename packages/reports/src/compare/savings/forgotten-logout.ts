import {
  add,
  addSeconds,
  calendar,
  type Decimal,
  decimal,
  divide,
  type Exact,
  formatAmount,
  formatQuantity,
  type Instant,
  type Interval,
  instant,
  intersect,
  isBefore,
  isPositive,
  multiply,
  roundToMinor,
  unite,
  unitedSeconds,
  zero,
} from "@flexbill/kernel";
import { type Contract, logoutActivityAt } from "@flexbill/terms";
import type { FlexEvent, PresenceEvent } from "@flexbill/usage";
import type { ForgottenLogout } from "../comparison.ts";
import { licencePrice } from "../licence-price.ts";
import type { Variant } from "../variant.ts";

/** Whether an event is of a user's time in an activity. */
export const isPresenceEvent = (event: FlexEvent): event is PresenceEvent => event.type === "dev.flexbill.presence";

/** How long a user may believably be logged in without a pause, and where presence that has not ended is cut. */
export interface LogoutOptions {
  readonly longestHours: Decimal;
  readonly asOf?: Instant;
}

const secondsAnHour = decimal(3600);

/**
 * What forgotten logouts cost: the hours that a user was without a pause outside the Logout Activity beyond
 * `longestHours`, at the price of an hour (T-07, T-08). Nothing where no plan of active users' hours is compared or its
 * price is not known. Free hours are not looked at.
 */
export function forgottenLogoutSaving(
  variants: readonly Variant[],
  presence: readonly PresenceEvent[],
  options: LogoutOptions,
): ForgottenLogout | null {
  const hourly = variants.find(({ invoices }) => invoices.some(({ plan }) => plan === "active-user-hour"));
  const last = hourly?.metered.at(-1);
  if (hourly === undefined || last === undefined) return null;
  const zone = calendar(hourly.contract.timeZone);
  const beyond = hoursBeyond(hourly.contract, presence, { ...options, end: zone.period(last.month).end });
  const users = new Set<string>();
  let [hours, amount, currency]: [Exact, Exact, string] = [zero, zero, hourly.contract.currency];
  for (const [at, { month }] of hourly.metered.entries()) {
    if (hourly.invoices[at]?.plan !== "active-user-hour") continue;
    const price = licencePrice([hourly], "active-user-hour", at);
    if (price === undefined) return null;
    const period = zone.period(month);
    for (const [user, spans] of beyond) {
      const seconds = unitedSeconds(spans.flatMap((span) => intersect(span, period) ?? []));
      if (!isPositive(seconds)) continue;
      users.add(user);
      hours = add(hours, divide(seconds, secondsAnHour));
      [amount, currency] = [add(amount, multiply(divide(seconds, secondsAnHour), price.price)), price.currency];
    }
  }
  return {
    users: users.size,
    longestHours: formatQuantity(options.longestHours),
    hours: formatQuantity(hours),
    amount: formatAmount(roundToMinor(amount, currency, "half-up"), currency),
    currency,
  };
}

type Cut = LogoutOptions & { readonly end: Instant };

function hoursBeyond(
  contract: Contract,
  presence: readonly PresenceEvent[],
  cut: Cut,
): ReadonlyMap<string, readonly Interval[]> {
  const own = presence.filter(({ subject }) => subject === contract.account);
  const longest = multiply(cut.longestHours, secondsAnHour);
  const beyond = [...Map.groupBy(own, ({ data }) => data.user)].map(([user, events]) => {
    const spans = unite(events.flatMap((event) => billedPieces(contract, event, cut)));
    const rests = spans.flatMap(({ start, end }) => {
      const from = addSeconds(start, longest);
      return isBefore(from, end) ? [{ start: from, end }] : [];
    });
    return [user, rests] as const;
  });
  return new Map(beyond);
}

/** The time of an event outside the Logout Activity, cut where the setting changed. */
function billedPieces(contract: Contract, { data }: PresenceEvent, { asOf, end: last }: Cut): readonly Interval[] {
  const start = instant(data.start);
  const open = asOf !== undefined && isBefore(asOf, last) ? asOf : last;
  const end = data.end === null ? open : instant(data.end);
  const changes = contract.logoutActivity.flatMap(({ from }) => (from === undefined ? [] : [from]));
  const inside = changes.filter((at) => isBefore(start, at) && isBefore(at, end));
  const edges = [start, ...inside.sort((a, b) => (isBefore(a, b) ? -1 : 1)), end];
  return edges
    .slice(1)
    .map((to, at) => ({ start: edges[at] ?? start, end: to }))
    .filter((piece) => isBefore(piece.start, piece.end) && logoutActivityAt(contract, piece.start) !== data.activity);
}
