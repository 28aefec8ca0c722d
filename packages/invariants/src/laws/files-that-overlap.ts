import { sameAnswer } from "../answers/lines.ts";
import { law } from "../law.ts";
import { months, monthsOfGoods } from "./months.ts";
import { firstTold } from "./rewriting.ts";

export const filesThatOverlap = law({
  id: "invariance.overlapping-files",
  suite: "invariance",
  sentence: {
    en: "Two files of events that share some make the same month, whichever comes first",
    ja: "一部が重なる二つのファイルは、どちらを先に読んでも同じ月になる",
  },
  neutral: true,
  given: months,
  plainly: monthsOfGoods,
  requests: (month) => {
    const whole = firstTold(month);
    const { events } = whole;
    const third = Math.floor(events.length / 3);
    const [one, other] = [events.slice(0, events.length - third), events.slice(third)];
    return [whole, { ...month, events: [...one, ...other] }, { ...month, events: [...other, ...one] }];
  },
  holds: (_month, [whole, ...merged]) => merged.flatMap((answer) => sameAnswer(whole, answer)),
  classes: { "with a shared event": { of: (month) => month.events.length >= 3, atLeastPercent: 60 } },
});
