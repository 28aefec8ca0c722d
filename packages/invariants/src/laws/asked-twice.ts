import { sameAnswer } from "../answers/lines.ts";
import { law } from "../law.ts";
import { months } from "./months.ts";

export const askedTwice = law({
  id: "invariance.idempotence",
  suite: "invariance",
  sentence: {
    en: "The same question has the same answer",
    ja: "同じ問いには同じ答えが返る",
  },
  neutral: true,
  given: months,
  requests: (month) => [{ ...month }, { ...month }],
  holds: (_given, [plain, other]) => sameAnswer(plain, other),
});
