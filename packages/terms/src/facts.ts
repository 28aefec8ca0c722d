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
  /** Whether the Flex project serves anything but end-to-end contact-centre use (T-45, T-46). */
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
  /** Twilio services in use (T-55). */
  readonly servicesUsed?: readonly string[];
  /** Countries in which services are used: destination, origin and service address together (T-55). */
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
  parentOpened: instantText
    .exactOptional()
    .meta({ description: "Creation of the parent account, for a subaccount (T-01)" }),
  servicesLastUsed: instantText
    .exactOptional()
    .meta({ description: "The latest known use of Twilio's services (T-03, T-51)" }),
  negotiatedContract: z
    .boolean()
    .exactOptional()
    .meta({ description: "Whether an order form or signed contract stands above the online terms (T-03)" }),
  negotiatedDpa: z
    .boolean()
    .exactOptional()
    .meta({ description: "Whether a data-protection addendum was negotiated separately (T-04)" }),
  dpaChangesByNotice: z
    .boolean()
    .exactOptional()
    .meta({ description: "Whether that addendum lets Twilio change it by notice alone (T-04)" }),
  otherUseInProject: z
    .boolean()
    .exactOptional()
    .meta({ description: "Whether the Flex project serves anything but end-to-end contact-centre use (T-45, T-46)" }),
  section4Breached: z
    .boolean()
    .exactOptional()
    .meta({ description: "Whether a breach of section 4 of the Flex policy is known (T-48)" }),
  insightsLastUsed: dateText
    .exactOptional()
    .meta({ description: "The last day on which Flex Insights was used, in UTC (T-49)" }),
  insightsActivated: dateText
    .exactOptional()
    .meta({ description: "The day on which Flex Insights was activated; counts where it was never used (T-49)" }),
  starterCode: z
    .record(z.string(), z.string().nullable())
    .exactOptional()
    .meta({ description: "Licence id of each component of starter code in use, null for one without (T-50)" }),
  acceptableUsePassedOn: z
    .boolean()
    .exactOptional()
    .meta({ description: "Whether users and customers were told of the acceptable-use policy (T-53)" }),
  changelogReviewed: dateText
    .exactOptional()
    .meta({ description: "The day on which the change log was last read (T-54)" }),
  changelogReviewDays: z
    .int()
    .min(1)
    .exactOptional()
    .meta({ description: "Days between two readings of the change log; 30 where it is not given (T-54)" }),
  servicesUsed: names.exactOptional().meta({ description: "Twilio services in use (T-55)" }),
  countriesUsed: names
    .exactOptional()
    .meta({ description: "Countries in which services are used: destination, origin and service address (T-55)" }),
  thirdPartiesUsed: names.exactOptional().meta({ description: "Products and services of third parties in use (T-55)" }),
  emailPackages: z
    .array(
      z.object({
        package: z.enum(["email-deliverability", "email-expert-as-a-service"]),
        from: dateText,
        until: dateText.exactOptional(),
      }),
    )
    .exactOptional()
    .meta({ description: "Email packages bought, with their terms (T-56)" }),
});
