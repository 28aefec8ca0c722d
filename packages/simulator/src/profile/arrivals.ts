import { wish } from "@flexbill/documents";
import { z } from "zod";
import { count, percent } from "./fields.ts";

const everyHour = new Array<number>(24).fill(1);
const everyDay = new Array<number>(7).fill(100);
const everyMonth = new Array<number>(12).fill(100);

/** When contacts come: a Poisson stream whose rate changes every local hour. */
export const arrivals = z.object({
  /** Contacts on a day of 100 per cent. */
  perDay: count,
  /** How the day is shared among its 24 local hours, as weights. */
  hours: z
    .array(count)
    .length(24)
    .refine((hours) => hours.some((weight) => weight > 0), { error: wish("schema.value", "some-weight") })
    .default(everyHour),
  /** Sunday to Saturday, in per cent of `perDay`. */
  weekdays: z.array(percent).length(7).default(everyDay),
  /** January to December, in per cent of `perDay`. */
  months: z.array(percent).length(12).default(everyMonth),
});

/** When contacts of one line come. */
export type Arrivals = z.infer<typeof arrivals>;
