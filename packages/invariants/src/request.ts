/** The documents of formats.md as they stand in JSON; sections 1, 2 and 8. */
type Dictionary = Readonly<Record<string, string>>;
type Dated = { readonly from?: string };

export interface PriceTier {
  readonly upTo?: string;
  readonly price: string;
}

export interface PriceEntry extends Dated {
  readonly product: string;
  readonly unit: string;
  readonly match?: Dictionary;
  readonly currency?: string;
  readonly price?: string;
  readonly tiers?: readonly PriceTier[];
  readonly free?: string;
}

export interface PriceBook {
  readonly currency?: string;
  readonly entries: readonly PriceEntry[];
}

export type PlanModel = "active-user-hour" | "named-user" | "user-plus-usage";

export interface PlanEntry extends Dated {
  readonly model: PlanModel;
  readonly price?: string;
  readonly freeHours?: string;
  readonly committedUsers?: string | number;
}

export interface Allowance extends Dated {
  readonly product: string;
  readonly quantity: string;
  readonly per: "user-month" | "active-hour" | "project-month";
  readonly provenance?: "contract" | "support" | "assumed";
}

export interface SupportPlan extends Dated {
  readonly plan: string;
  readonly percent: string;
  readonly minimum?: string;
}

export interface Tax extends Dated {
  readonly name: string;
  readonly percent: string;
  readonly on?: "all" | "twilio" | "third-party";
}

export interface Adjustment {
  readonly corrects: string | null;
  readonly amount: string;
  readonly currency?: string;
  readonly reason?: string;
  readonly month: string;
}

export interface Contract {
  readonly account: string;
  readonly currency: string;
  readonly timeZone?: string;
  readonly opened?: string;
  readonly agreements?: readonly unknown[];
  readonly logoutActivity?: readonly (Dated & { readonly activity: string })[];
  readonly plan?: readonly PlanEntry[];
  readonly allowances?: readonly Allowance[];
  readonly prices?: { readonly book?: string; readonly overrides?: readonly PriceEntry[] };
  readonly commitment?: { readonly monthlyMinimum: string } | null;
  readonly support?: SupportPlan | null;
  readonly tax?: readonly Tax[];
  readonly adjustments?: readonly Adjustment[];
  readonly assumptions?: Readonly<Record<string, string | boolean>>;
}

type UseCase = { readonly useCase?: "contact-center" | "marketing" | "otp" | "other" };

export interface Presence extends UseCase {
  readonly user: string;
  readonly activity: string;
  readonly activityName?: string;
  readonly start: string;
  readonly end: string | null;
}

export interface Seat extends UseCase {
  readonly user: string;
  readonly start: string;
  readonly end: string | null;
}

export interface SignIn extends UseCase {
  readonly user: string;
  readonly at: string;
}

export interface CallLeg extends UseCase {
  readonly call: string;
  readonly leg: "pstn" | "client" | "sip";
  readonly direction: "inbound" | "outbound";
  readonly country?: string | null;
  readonly numberType?: string | null;
  readonly peer?: string | null;
  readonly start: string;
  readonly seconds: string;
  readonly status: string;
  readonly user: string | null;
}

export interface ProviderFee {
  readonly amount: string;
  readonly currency: string;
}

export interface Message extends UseCase {
  readonly message: string;
  readonly channel: string;
  readonly direction: "inbound" | "outbound";
  readonly at: string;
  readonly segments?: string | null;
  readonly country?: string | null;
  readonly numberType?: string | null;
  readonly carrier?: string | null;
  readonly provider: { readonly name: string; readonly category: string; readonly fee: ProviderFee | null } | null;
  readonly user: string | null;
  readonly customer: string | null;
  readonly conversation: string | null;
}

export interface Recording extends UseCase {
  readonly recording: string;
  readonly start: string;
  readonly seconds: string;
  readonly deleted: string | null;
  readonly user: string | null;
}

export interface RentedNumber extends UseCase {
  readonly number: string;
  readonly country: string | null;
  readonly numberType: string | null;
  readonly purchased: string;
  readonly released: string | null;
}

export interface Usage extends UseCase {
  readonly product: string;
  readonly quantity: string;
  readonly unit: string;
  readonly at: string;
  readonly user: string | null;
  readonly dimensions: Dictionary;
}

export interface Fee extends UseCase {
  readonly provider: string;
  readonly product: string;
  readonly amount: string;
  readonly currency: string;
  readonly at: string;
  readonly reference: string | null;
}

interface Envelope<Name extends string, Data> {
  readonly specversion: "1.0";
  readonly id: string;
  readonly source: string;
  readonly type: `dev.flexbill.${Name}`;
  readonly subject: string;
  readonly time?: string;
  readonly data: Data;
}

export type Event =
  | Envelope<"presence", Presence>
  | Envelope<"seat", Seat>
  | Envelope<"sign-in", SignIn>
  | Envelope<"call-leg", CallLeg>
  | Envelope<"message", Message>
  | Envelope<"recording", Recording>
  | Envelope<"number", RentedNumber>
  | Envelope<"usage", Usage>
  | Envelope<"fee", Fee>;

export type EventOf<Name extends Event["type"]> = Extract<Event, { type: Name }>;

export interface RatingRequest {
  readonly id?: string;
  readonly contract: Contract;
  readonly events: readonly Event[];
  readonly priceBook?: string | readonly PriceEntry[];
  readonly month: string;
  readonly asOf?: string;
}
