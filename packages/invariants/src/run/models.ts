import type { Arbitrary } from "fast-check";
import type { Law } from "../law.ts";
import type { Contract, Event, RatingRequest } from "../request.ts";

/**
 * What a request asks a rater to model: charge kinds, and the products that are metered from calls, messages, recordings
 * and numbers. Usage metered elsewhere is of the kind `usage`, whatever its product.
 */
export function needsOf({ events, contract }: RatingRequest): ReadonlySet<string> {
  return new Set([...events.flatMap(needsOfEvent), ...needsOfContract(contract)]);
}

function needsOfEvent(event: Event): readonly string[] {
  switch (event.type) {
    case "dev.flexbill.usage":
      return ["usage"];
    case "dev.flexbill.fee":
      return ["third-party"];
    case "dev.flexbill.call-leg":
      return ["programmable-voice-platform"];
    case "dev.flexbill.recording":
      return ["call-recording", "recording-storage"];
    case "dev.flexbill.number":
      return ["phone-number-rental"];
    case "dev.flexbill.message": {
      const { channel, direction, provider, carrier } = event.data;
      const metered = ["sms", "mms"].includes(channel) ? [`${channel}-${direction}`] : ["channels-messages"];
      return [...metered, ...(provider ? ["third-party"] : []), ...(carrier ? ["carrier-fee"] : [])];
    }
    default:
      return ["license"];
  }
}

function needsOfContract({ allowances, plan, commitment, support, tax, adjustments }: Contract): readonly string[] {
  const some = (list: readonly unknown[] | undefined) => list !== undefined && list.length > 0;
  return [
    ...(some(allowances) ? ["included", "overage"] : []),
    ...(plan?.some(({ freeHours }) => freeHours !== undefined && freeHours !== "0") === true ? ["credit"] : []),
    ...(commitment ? ["commitment"] : []),
    ...(support ? ["support"] : []),
    ...(some(tax) ? ["tax"] : []),
    ...(some(adjustments) ? ["adjustment"] : []),
  ];
}

/** What the cases of a law need, and the law itself, that a rater does not model. */
export function unmodelled<Case>(law: Law<Case>, cases: readonly Case[], models: readonly string[]): readonly string[] {
  const needed = cases.slice(0, looked).flatMap((given) => law.requests(given).flatMap((asked) => [...needsOf(asked)]));
  return [...new Set([...law.needs, ...needed])].filter((need) => !models.includes(need)).sort();
}

/** What a law is about shows in its first cases. */
const looked = 100;

/**
 * A law about whole months that needs no word of Flex speaks of what a rater models as well: its months are asked without
 * the events and the parts of the contract that the rater does not know. Any other law is as it was.
 */
export function lawFor<Case>(law: Law<Case>, models: readonly string[] | undefined): Law<Case> {
  return models === undefined || law.plainly === undefined ? law : { ...law, given: withinModels(law.given, models) };
}

const known = new Map<string, WeakMap<object, unknown>>();

/** One object for all laws of an arbitrary, so that they go on sharing what is drawn. */
function withinModels<Case>(given: Arbitrary<Case>, models: readonly string[]): Arbitrary<Case> {
  const key = [...models].sort().join();
  const mapped = known.get(key) ?? new WeakMap<object, unknown>();
  known.set(key, mapped);
  const made = (mapped.get(given) as Arbitrary<Case> | undefined) ?? given.map((one) => projected(one, models));
  mapped.set(given, made);
  return made;
}

function projected<Case>(given: Case, models: readonly string[]): Case {
  return isRequest(given) ? (modelledPart(given, models) as Case & RatingRequest) : given;
}

function isRequest(given: unknown): given is RatingRequest {
  return typeof given === "object" && given !== null && "contract" in given && "events" in given;
}

/** The month without the events and the parts of the contract that need what is not modelled. */
export function modelledPart(month: RatingRequest, models: readonly string[]): RatingRequest {
  const knows = (need: string) => models.includes(need);
  const events = month.events.filter((event) => needsOfEvent(event).every(knows));
  const { account, currency, timeZone, logoutActivity, prices, ...rest } = month.contract;
  const base = { account, currency, ...defined({ timeZone, logoutActivity, prices }) };
  const plan = knows("license") ? rest.plan : [{ model: "user-plus-usage" as const, price: "0" }];
  const contract: Contract = {
    ...base,
    ...defined({
      plan: knows("credit") ? plan : plan?.map(({ freeHours: _, ...entry }) => entry),
      allowances: knows("included") && knows("overage") ? rest.allowances : undefined,
      commitment: knows("commitment") ? rest.commitment : undefined,
      support: knows("support") ? rest.support : undefined,
      tax: knows("tax") ? rest.tax : undefined,
      adjustments: knows("adjustment") ? rest.adjustments : undefined,
    }),
  };
  return { ...month, contract, events };
}

function defined<Members extends object>(members: Members) {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Members]: Exclude<Members[Key], undefined>;
  };
}
