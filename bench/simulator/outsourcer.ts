import { assert } from "@flexbill/kernel";
import { type Profile, profileById } from "@flexbill/simulator";

/** The outsourcer, so many times as large: seats and contacts alike. */
export function outsourcer(times: number): Profile {
  const whole = profileById("outsourcer");
  assert(whole !== undefined, "The profile ships");
  const scaled = (count: number): number => Math.ceil(count * times);
  const more = <Line extends { readonly arrivals: Profile["calls"][number]["arrivals"] }>(line: Line): Line => ({
    ...line,
    arrivals: { ...line.arrivals, perDay: scaled(line.arrivals.perDay) },
  });
  return {
    ...whole,
    teams: whole.teams.map((team) => ({
      ...team,
      shifts: team.shifts.map((shift) => ({ ...shift, users: scaled(shift.users) })),
    })),
    calls: whole.calls.map(more),
    conversations: whole.conversations.map(more),
  };
}
