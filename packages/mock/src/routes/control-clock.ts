import {
  addSeconds,
  decimal,
  formatDecimal,
  formatInstant,
  type Instant,
  isBefore,
  isNegative,
  parseDecimal,
  parseInstant,
} from "@flexbill/kernel";
import type { Hono } from "hono";
import { json, problem } from "../http/respond.ts";
import type { TestClock } from "../world/clock.ts";
import type { Course, Passed } from "../world/course.ts";
import type { Deliveries } from "../world/deliveries.ts";
import { trueInvoice } from "../world/true-invoice.ts";
import type { World } from "../world/world.ts";
import { bodyOf, deliveryDocument, type InTurn } from "./control-words.ts";

/** What the clock's routes work with. */
export interface ClockRoutes {
  readonly world: World;
  readonly clock: TestClock;
  readonly course: Course;
  readonly deliveries: Deliveries;
  readonly inTurn: InTurn;
}

const longestAdvanceSeconds = decimal(10 * 366 * 86_400);

/** `/clock`: read it, move it, and let it go at a rate. Nothing moves it back but a snapshot. */
export function clockRoutes(routes: Hono, of: ClockRoutes): void {
  const { clock, inTurn } = of;
  routes.get("/clock", () => json(200, clockDocument(clock)));
  routes.post("/clock/advance", async (c) => {
    const seconds = parseDecimal(String((await bodyOf(c))["seconds"]));
    if (!seconds.ok || isNegative(seconds.value)) return problem("invalidParameter", { what: "seconds" });
    return inTurn(() => move(of, addSeconds(clock.now(), seconds.value)));
  });
  routes.post("/clock/set", async (c) => {
    const to = parseInstant(String((await bodyOf(c))["to"]));
    return to.ok ? inTurn(() => move(of, to.value)) : problem("invalidParameter", { what: "to" });
  });
  routes.post("/clock/rate", async (c) => {
    const rate = parseDecimal(String((await bodyOf(c))["rate"]));
    if (!rate.ok) return problem("invalidParameter", { what: "rate" });
    return inTurn(() =>
      clock.goAt(rate.value) ? json(200, clockDocument(clock)) : problem("invalidParameter", { what: "rate" }),
    );
  });
}

/** Where a clock stands, and how fast it goes. */
export function clockDocument(clock: TestClock) {
  return { now: formatInstant(clock.now()), rate: formatDecimal(clock.rate()) };
}

/** Answers when all that the time brings is done, and says what it was. */
async function move({ world, clock, course, deliveries }: ClockRoutes, target: Instant): Promise<Response> {
  if (isBefore(target, clock.now())) return problem("clockBackwards");
  if (!isBefore(target, addSeconds(clock.now(), longestAdvanceSeconds)))
    return problem("invalidParameter", { what: "more than ten years" });
  const before = deliveries.log.length;
  const passed = await course.goTo(target);
  await course.delivered();
  return json(200, {
    ...clockDocument(clock),
    ...passedDocument(world, passed),
    deliveries: deliveries.log.slice(before).map(deliveryDocument),
  });
}

function passedDocument(world: World, { from, came, months, fired }: Passed) {
  return {
    from: formatInstant(from),
    came,
    invoices: months.flatMap(({ account, month }) => {
      const of = world.accounts.get(account);
      if (of === undefined) return [];
      const { totals, status } = trueInvoice(of, month, world.now());
      return { account, month, status, totals, path: `/accounts/${account}/invoices/${month}` };
    }),
    fired: fired.map(({ trigger, parameters }) => ({ trigger: trigger.sid, parameters })),
  };
}
