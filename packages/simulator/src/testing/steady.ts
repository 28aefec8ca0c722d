import { type Profile, profileSchema } from "../profile/profile.ts";

const activity = (number: number, name: string) => ({ sid: `WA${String(number).padStart(32, "0")}`, name });

/** The activities of the tests' profiles. */
export const activities = {
  logout: activity(1, "Offline"),
  available: activity(2, "Available"),
  wrapUp: activity(3, "Wrap Up"),
  break: activity(4, "Break"),
};

/** A profile of the tests, its defaults filled in. */
export const profileOf = (parts: Readonly<Record<string, unknown>>): Profile =>
  profileSchema.parse({
    schema: "flexbill.profile/1",
    id: "test",
    title: { en: "test", ja: "テスト" },
    account: "AC00000000000000000000000000000001",
    timeZone: "UTC",
    country: "US",
    opened: "2023-01-10T00:00:00Z",
    activities,
    ...parts,
  });

/** One queue in its steady state: users who never leave, callers who come at one rate all week. */
export const steady = (users: number, perDay: number, talkSeconds: number, patienceSeconds: number | null): Profile =>
  profileOf({
    teams: [
      {
        id: "team",
        shifts: [{ name: "week", users, start: "00:00", minutes: 10_080, weekdays: [0] }],
      },
    ],
    queues: [{ id: "queue", teams: ["team"], withinSeconds: 20 }],
    calls: [
      {
        id: "line",
        number: { numberType: "local" },
        arrivals: { perDay },
        queue: "queue",
        patienceSeconds: patienceSeconds === null ? null : { mean: patienceSeconds },
        talkSeconds: { mean: talkSeconds },
      },
    ],
  });
