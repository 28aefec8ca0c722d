import { compareText, type Exact, firstDay, type Instant, type Issue, type Month } from "@flexbill/kernel";
import { type Contract, inForce } from "@flexbill/terms";
import { createBoard, readBoard, show, userOf } from "./board.ts";
import type { FlexEvent } from "./events/event.ts";
import { createFrame } from "./frame.ts";
import { freeHoursSince, hoursByMonth } from "./free-hours.ts";
import { conflictIssue } from "./identity/conflict.ts";
import { createSightings } from "./identity/sightings.ts";
import { exemptionsOf } from "./logout-activity.ts";
import { hoursOf } from "./meters/flex-active-user-hour.ts";
import { peakOf } from "./meters/flex-named-user.ts";
import type { UsageRow } from "./row.ts";
import { rowsOf } from "./rows.ts";

/** What metering needs of a contract; a whole contract has it. */
export type MeteringContract = Pick<Contract, "account" | "currency" | "timeZone" | "logoutActivity" | "plan"> & {
  readonly assumptions: Pick<Contract["assumptions"], "named.method">;
};

/** What is metered: one account's month, as known at an instant. */
export interface MeteringOptions {
  readonly contract: MeteringContract;
  readonly month: Month;
  /** Where presence that has not ended is cut; by default the period's end, and never beyond it. */
  readonly asOf?: Instant;
}

/** What was metered (formats.md section 3). */
export interface Metered {
  readonly account: string;
  readonly month: Month;
  /** In the order of {@link compareRows}; none of quantity zero. */
  readonly rows: readonly UsageRow[];
  /** `event.conflict`, `presence.open`, `activity.offline-lookalike`, `fee.twice`, by code and path. */
  readonly issues: readonly Issue[];
  /** By user, hours of presence in the month; `usage` events add nothing here. */
  readonly billableHours: ReadonlyMap<string, Exact>;
  /** Users with a seat at any instant of the month. */
  readonly provisioned: ReadonlySet<string>;
  /** The largest number of them at one instant, whichever way the contract has named users counted. */
  readonly peakUsers: number;
  /**
   * Hours of presence by earlier month, where the plan in force has free hours: of the months that this plan entry
   * billed. Empty otherwise.
   */
  readonly earlierBillableHours: ReadonlyMap<Month, Exact>;
}

/** A metering that takes events one by one. */
export interface Metering {
  /** Takes an event that was checked; order does not matter, but for two events of one identity. */
  readonly add: (event: FlexEvent) => void;
  readonly finish: () => Metered;
  /** How many identities were seen, and in how many bytes they are kept. */
  readonly identities: () => { readonly count: number; readonly bytes: number };
}

/**
 * Begins to meter a month. Memory grows with users, stretches of time that do not touch, customers, kinds of fees and
 * identities (less than 22 bytes each), not with events.
 *
 * @example
 * ```ts
 * const metering = createMetering({ contract, month: month("2025-05") });
 * for (const event of events) metering.add(event);
 * metering.finish().rows;
 * ```
 */
export function createMetering({ contract, month, asOf }: MeteringOptions): Metering {
  const frame = createFrame(month, contract.timeZone, asOf);
  const keepFrom = freeHoursSince(inForce(contract.plan, firstDay(month)), contract.timeZone);
  const exemptions = exemptionsOf(contract.logoutActivity);
  const board = createBoard({ frame, exemptions, currency: contract.currency, keepFrom });
  const sightings = createSightings();
  const conflicts = new Map<string, Issue>();

  return {
    add: (event) => {
      const user = event.subject === contract.account ? userOf(board, event) : undefined;
      const sighting = sightings.see(event, user);
      if (sighting === "new") {
        if (user !== undefined) show(board, event, user);
      } else if (sighting === "other") {
        const conflict = conflictIssue(event);
        conflicts.set(conflict.path, conflict);
      }
    },
    finish: () => {
      const billableHours = hoursOf(board.activeTime.inMonth(board.users));
      const { cells, issues } = readBoard(board, billableHours, contract.assumptions["named.method"]);
      return {
        account: contract.account,
        month,
        rows: rowsOf(contract.account, month, cells),
        issues: [...conflicts.values(), ...issues].sort(compareIssues),
        billableHours,
        provisioned: new Set(board.provisioning.keys()),
        peakUsers: peakOf(board.provisioning),
        earlierBillableHours: hoursByMonth(board.activeTime.before(board.users), contract.timeZone),
      };
    },
    identities: () => ({ count: sightings.size(), bytes: sightings.bytes() }),
  };
}

/**
 * Meters a month at once: {@link createMetering} over all events.
 *
 * @example
 * ```ts
 * meter([], { contract, month: month("2025-05") }).rows; // → []
 * ```
 */
export function meter(events: Iterable<FlexEvent>, options: MeteringOptions): Metered {
  const metering = createMetering(options);
  for (const event of events) metering.add(event);
  return metering.finish();
}

function compareIssues(a: Issue, b: Issue): number {
  return compareText(a.code, b.code) || compareText(a.path, b.path);
}
