import fc from "fast-check";
import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { smallMonths } from "../generators/small-months.ts";
import { law } from "../law.ts";
import { ceilingOf, fraction, nothing, readDecimal, single, times, total } from "../plain-rater/fraction.ts";
import { hasSome, share } from "./classes.ts";
import { dataOf } from "./rewriting.ts";

export const storageIsAnAverage = law({
  id: "recording.storage-average",
  suite: "recording",
  sentence: {
    en: "Storage is the average of the month: half a month kept is half the minutes",
    ja: "保管量は月の平均であり、半月の保管は半分の分数となる",
  },
  clauses: ["T-33"],
  given: smallMonths({
    happenings: fc
      .record({
        recording: fc.constant("RE1"),
        start: fc.constant("2025-04-20T00:00:00Z"),
        seconds: fc.constantFrom("60", "120", "601"),
        deleted: fc.constantFrom(null, "2025-05-16T12:00:00Z", "2025-05-01T00:00:00Z"),
        user: fc.constant(null),
      })
      .map((data) => ({ type: "dev.flexbill.recording" as const, data })),
  }),
  requests: (month) => [month],
  holds: (month, [answer]) => {
    const kept = dataOf(month, "dev.flexbill.recording").map(({ seconds, deleted }) => {
      const minutes = fraction(ceilingOf(times(readDecimal(seconds), fraction(1n, 60n))));
      const share = deleted === null ? single : deleted.startsWith("2025-05-16") ? fraction(1n, 2n) : nothing;
      return times(minutes, share);
    });
    return sameNumber(
      "usage/recording-storage quantity",
      total(kept),
      sumOfLines(linesOf(answer, ({ product }) => product === "recording-storage")).quantity,
    );
  },
  classes: {
    "kept for half of the month": share(
      33,
      hasSome("dev.flexbill.recording", ({ deleted }) => deleted?.startsWith("2025-05-16") === true),
    ),
    "deleted as the month began": share(
      35,
      hasSome("dev.flexbill.recording", ({ deleted }) => deleted === "2025-05-01T00:00:00Z"),
    ),
  },
});
