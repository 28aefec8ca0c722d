import type { CalendarDate } from "@flexbill/kernel";
import type { Bilingual } from "./clause.ts";
import { effectiveDay } from "./notice-applies.ts";

const before: Bilingual = { en: "quarterly status review", ja: "四半期ごとのステータスレビュー" };
const after: Bilingual = { en: "periodic account review", ja: "定期的なアカウントレビュー" };

/**
 * What the reviews of a support plan are called on a day (T-57); `undefined` for a plan that is not the Personalized
 * one, of which nothing is said. A name only: whether their rhythm changed is not said.
 *
 * @example
 * ```ts
 * supportWording("personalized", date("2025-04-01"))?.en; // "periodic account review"
 * ```
 */
export function supportWording(plan: string, on: CalendarDate): Bilingual | undefined {
  if (!isPersonalized(plan)) return undefined;
  return on >= effectiveDay ? after : before;
}

/** True for the Personalized support plan, however its name is written. */
export function isPersonalized(plan: string): boolean {
  return /^personali[sz]ed$/i.test(plan.trim());
}
