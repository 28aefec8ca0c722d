import { dateText, instantText, nonEmptyText } from "@flexbill/documents";
import type { CalendarDate, Instant } from "@flexbill/kernel";
import { z } from "zod";

/**
 * What the terms ask about an account and no meter knows (`facts` of the contract). A fact that is not given is
 * unknown, and what hangs on it is answered with `unknown`; no fact ever changes an invoice.
 */
export interface Facts {
  /** Creation of the parent account, for a subaccount (T-01). */
  readonly parentOpened?: Instant;
  /** The latest known use of Twilio's services (T-03, T-51). */
  readonly servicesLastUsed?: Instant;
  /** An order form or signed contract that stands above the online terms (T-03). */
  readonly negotiatedContract?: boolean;
  /** A data-protection addendum negotiated separately (T-04). */
  readonly negotiatedDpa?: boolean;
  /** Whether that addendum lets Twilio change it by notice alone (T-04). */
  readonly dpaChangesByNotice?: boolean;
  /** Contact-centre use only, in the Flex project (T-45, T-46). */
  readonly otherUseInProject?: boolean;
  /** A breach of section 4 of the Flex policy that the customer knows of (T-48). */
  readonly section4Breached?: boolean;
  /** The last day on which Flex Insights was used, in UTC (T-49). */
  readonly insightsLastUsed?: CalendarDate;
  /** The day on which Flex Insights was activated; counts where it was never used (T-49). */
  readonly insightsActivated?: CalendarDate;
  /** Licence ids of starter code in use, null for a component without one (T-50). */
  readonly starterCode?: Readonly<Record<string, string | null>>;
  /** The customer has told its users and customers of the acceptable-use policy (T-53). */
  readonly acceptableUsePassedOn?: boolean;
  /** The day on which the change log was last read (T-54). */
  readonly changelogReviewed?: CalendarDate;
  /** Days between two readings of the change log; 30 where it is not given (T-54). */
  readonly changelogReviewDays?: number;
  readonly servicesUsed?: readonly string[];
  readonly countriesUsed?: readonly string[];
  /** Products and services of third parties in use (T-55). */
  readonly thirdPartiesUsed?: readonly string[];
  /** Email packages bought, with their terms (T-56). */
  readonly emailPackages?: readonly EmailPackage[];
}

/** A package that raises the availability threshold of the mail-send API while it runs (T-56). */
export interface EmailPackage {
  readonly package: "email-deliverability" | "email-expert-as-a-service";
  readonly from: CalendarDate;
  /** The first day after the package's term; none where it runs on. */
  readonly until?: CalendarDate;
}

const names = z.array(nonEmptyText);

/** The facts of a contract as a document writes them. */
export const factsSchema: z.ZodType<Facts> = z.object({
  parentOpened: instantText.exactOptional(),
  servicesLastUsed: instantText.exactOptional(),
  negotiatedContract: z.boolean().exactOptional(),
  negotiatedDpa: z.boolean().exactOptional(),
  dpaChangesByNotice: z.boolean().exactOptional(),
  otherUseInProject: z.boolean().exactOptional(),
  section4Breached: z.boolean().exactOptional(),
  insightsLastUsed: dateText.exactOptional(),
  insightsActivated: dateText.exactOptional(),
  starterCode: z.record(z.string(), z.string().nullable()).exactOptional(),
  acceptableUsePassedOn: z.boolean().exactOptional(),
  changelogReviewed: dateText.exactOptional(),
  changelogReviewDays: z.int().min(1).exactOptional(),
  servicesUsed: names.exactOptional(),
  countriesUsed: names.exactOptional(),
  thirdPartiesUsed: names.exactOptional(),
  emailPackages: z
    .array(
      z.object({
        package: z.enum(["email-deliverability", "email-expert-as-a-service"]),
        from: dateText,
        until: dateText.exactOptional(),
      }),
    )
    .exactOptional(),
});
