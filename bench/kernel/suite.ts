import type { Suite } from "../suite.ts";
import { multiplyRoundSum } from "./arithmetic.ts";
import { monthsOfInstants } from "./months.ts";

/** What exact arithmetic and calendars cost. */
export const suite: Suite = { name: "kernel", tasks: [multiplyRoundSum, ...monthsOfInstants] };
