import fc from "fast-check";
import { sameAnswer } from "../answers/lines.ts";
import { presenceOf, smallMonths } from "../generators/small-months.ts";
import { law } from "../law.ts";
import { hasSome, share } from "./classes.ts";
import { withEvents } from "./rewriting.ts";

export const activityNamesAreNothing = law({
  id: "presence.name",
  suite: "presence",
  sentence: {
    en: "Time is billed by the activity, never by its name",
    ja: "課金はアクティビティで決まり、その名前では決まらない",
  },
  clauses: ["T-08"],
  given: smallMonths({
    happenings: presenceOf(),
    contract: fc.constant({ plan: [{ model: "active-user-hour" as const, price: "1" }] }),
  }),
  requests: (month) => [
    month,
    withEvents(month, (events) =>
      events.map((event) =>
        event.type === "dev.flexbill.presence" ? { ...event, data: { ...event.data, activityName: "Break" } } : event,
      ),
    ),
  ],
  holds: (_given, [plain, other]) => sameAnswer(plain, other),
  classes: {
    "with a misleading name": share(
      35,
      hasSome("dev.flexbill.presence", ({ activityName }) => activityName === "Offline"),
    ),
  },
});
