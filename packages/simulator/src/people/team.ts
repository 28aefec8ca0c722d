import { type Calendar, calendar } from "@flexbill/kernel";
import { accountOf } from "../centre.ts";
import { childDice, type Dice, diceOf } from "../chance/dice.ts";
import { type Spread, spreadOf } from "../chance/spread.ts";
import { emptyLineup, type Lineup } from "../clock/lineup.ts";
import type { Queue } from "../contacts/queue.ts";
import type { Profile } from "../profile/profile.ts";
import type { TeamText } from "../profile/team.ts";
import { noTeamTallies, type TeamTallies } from "../tallies.ts";
import { type Agent, agentOf } from "./agent.ts";

/** People who work by the same rules, at work. */
export interface Team {
  readonly text: TeamText;
  readonly account: string;
  readonly calendar: Calendar;
  readonly dice: Dice;
  readonly late: Spread;
  readonly agents: Agent[];
  readonly queues: Queue[];
  /** Who can take a call, and who a conversation; who has been free longest stands first. */
  readonly freeForCalls: Lineup<Agent>;
  readonly freeForChats: Lineup<Agent>;
  /** How many are at work. */
  present: number;
  readonly tallies: TeamTallies;
}

/** The teams of a profile, nobody at work since an instant. */
export function teamsOf(profile: Profile, seed: number, since: number): readonly Team[] {
  return profile.teams.map((text) => {
    const team: Team = {
      text,
      account: accountOf(profile, text.account),
      calendar: calendar(text.timeZone ?? profile.timeZone),
      dice: diceOf(seed, "team", text.id),
      late: spreadOf(text.lateSeconds, 1000),
      agents: [],
      queues: [],
      freeForCalls: emptyLineup(),
      freeForChats: emptyLineup(),
      present: 0,
      tallies: noTeamTallies(),
    };
    for (const [row, shift] of text.shifts.entries()) {
      const shiftDice = childDice(team.dice, row + 1);
      for (let seat = 0; seat < shift.users; seat += 1) team.agents.push(agentOf(team, shift, shiftDice, seat, since));
    }
    return team;
  });
}
