import type { CalendarDate } from "@flexbill/kernel";
import { childDice } from "../chance/dice.ts";
import { below } from "../chance/draw.ts";
import { dayNumber, monthNumber } from "../clock/local-time.ts";
import type { Agent } from "./agent.ts";
import type { Team } from "./team.ts";

/**
 * Draws who forgets to log out in the month of a day, and from which day on: the first shift from then on ends so. What
 * would fall before that day has happened already.
 */
export function drawForgotten({ text, agents, dice }: Team, today: CalendarDate): void {
  const month = monthNumber(today);
  const draw = childDice(dice, 0x10_0000 + month);
  const first = dayNumber(today) - Number(today.slice(8)) + 1;
  const drawn = new Set<Agent>();
  while (drawn.size < Math.min(text.forgottenPerMonth, agents.length)) {
    const agent = agents[below(draw, agents.length)] as Agent;
    const day = first + 1 + below(draw, 18);
    if (drawn.has(agent)) continue;
    drawn.add(agent);
    if (day >= dayNumber(today)) agent.forgetsFrom = day;
  }
}
