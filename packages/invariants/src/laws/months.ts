import { billingMonths } from "../generators/months.ts";

/** One object for all laws about whole months, so that a run draws them once. */
export const months = billingMonths("given");
