/** How much an issue weighs: an error forbids or taints the result, a warning wants attention, an info tells. */
export type Severity = "error" | "warning" | "info";

/**
 * Every issue code of the product and its severity (formats.md section 6). Codes are API: adding one is a minor
 * change, renaming one a major.
 *
 * @example
 * ```ts
 * issueCodes["plan.none"]; // → "error"
 * ```
 */
export const issueCodes = {
  "activity.offline-lookalike": "warning",
  "currency.mixed": "warning",
  "event.conflict": "warning",
  "fee.twice": "warning",
  "limit.provenance-missing": "warning",
  "limit.unknown": "warning",
  "plan.changed-mid-month": "warning",
  "plan.none": "error",
  "presence.open": "warning",
  "price.changed-mid-month": "warning",
  "price.missing": "warning",
  "profile.empty-shift": "error",
  "profile.no-agents": "error",
  "profile.overlapping-shift": "error",
  "profile.overloaded": "error",
  "profile.unserved-queue": "error",
  "schema.allowance-product": "error",
  "schema.binary": "error",
  "schema.columns": "error",
  "schema.currency": "error",
  "schema.date": "error",
  "schema.decimal": "error",
  "schema.decimal-negative": "error",
  "schema.decimal-size": "error",
  "schema.duplicate-from": "error",
  "schema.duplicate-key": "error",
  "schema.duplicate-name": "error",
  "schema.empty": "error",
  "schema.encoding": "error",
  "schema.event-type": "error",
  "schema.file-directory": "error",
  "schema.file-missing": "error",
  "schema.file-unreadable": "error",
  "schema.instant": "error",
  "schema.interval-reversed": "error",
  "schema.line-too-long": "error",
  "schema.missing": "error",
  "schema.month": "error",
  "schema.nesting": "error",
  "schema.plan-member": "error",
  "schema.price-ambiguous": "error",
  "schema.price-negative": "error",
  "schema.price-or-tiers": "error",
  "schema.syntax": "error",
  "schema.tiers-order": "error",
  "schema.time-zone": "error",
  "schema.time-zone-differs": "error",
  "schema.type": "error",
  "schema.unit": "error",
  "schema.unknown-assumption": "error",
  "schema.unknown-name": "error",
  "schema.unknown-product": "error",
  "schema.value": "error",
  "schema.version": "error",
  "sip.carrier-route": "warning",
  "terms.unknown-edition": "warning",
  "unknown-member": "info",
  "usage.unattributed": "warning",
  "usage.unattributed-ignored": "info",
  "use.ineligible": "warning",
} as const satisfies Readonly<Record<string, Severity>>;

/** A code of the table. */
export type IssueCode = keyof typeof issueCodes;
