import { calendar, fromEpochMilliseconds, type Month, previousMonth } from "@flexbill/kernel";

/** The month before the current one, in UTC: what Twilio's LastMonth answers with. */
export const lastMonth = (now: number): Month => previousMonth(calendar("UTC").monthOf(fromEpochMilliseconds(now)));
