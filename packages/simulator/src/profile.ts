import { z } from "zod";

const count = z.int().min(0);
const positive = z.int().min(1);
const perMille = z.int().min(0).max(1000);
/** Equally spaced quantiles of a distribution, rising. */
const quantiles = z
  .array(count)
  .min(1)
  .refine((values) => values.every((value, at) => at === 0 || value >= (values[at - 1] as number)), {
    error: "quantiles must not fall",
  });
const sid = (prefix: string) => z.string().regex(new RegExp(`^${prefix}[0-9a-fA-F]{32}$`));
const activity = z.object({ sid: sid("WA"), name: z.string() });
const numberType = z.enum(["local", "mobile", "national", "toll-free", "short-code"]);
const weekdays = z.array(z.int().min(0).max(6)).min(1);

const arrivals = z.object({
  /** Contacts on a day of 100 per cent. */
  perDay: count,
  /** How the day is shared among its 24 local hours, as weights. */
  hours: z
    .array(count)
    .length(24)
    .refine((hours) => hours.some((weight) => weight > 0), { error: "one hour must have a weight" }),
  /** Sunday to Saturday, in per cent of `perDay`. */
  weekdays: z.array(count).length(7),
});

const shift = z.object({
  name: z.string(),
  users: positive,
  /** Local clock time, HH:MM. */
  start: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  minutes: positive,
  /** Days worked, Sunday being 0. */
  weekdays,
  breaks: z.array(z.object({ after: count, minutes: positive })),
  /** Breaks are put off by up to so many minutes, each user's by their own, so that not all leave at once. */
  breakSpreadMinutes: count,
});

const voice = z.object({
  numberType,
  arrivals,
  menuSeconds: quantiles,
  patienceSeconds: quantiles,
  talkSeconds: quantiles,
  wrapUpSeconds: quantiles,
  recordedPerMille: perMille,
  /** Days until a recording is deleted. */
  keptDays: positive,
  /** Abandoned callers and others who are called back. */
  callbacks: z.object({ perMille, completedPerMille: perMille, delaySeconds: quantiles }),
});

const provider = z.object({
  name: z.string(),
  category: z.string(),
  fee: z.object({ amount: z.string(), currency: z.string() }),
  /** Conversations that an agent opens with a template, which the provider charges for. */
  templatePerMille: perMille,
});

const messaging = z.object({
  channel: z.enum(["sms", "whatsapp"]),
  numberType,
  arrivals,
  /** Replies of the agent in one conversation. */
  replies: quantiles,
  gapSeconds: quantiles,
  segments: quantiles,
  carriers: z.array(z.object({ name: z.string(), weight: positive })),
  provider: provider.nullable(),
});

/** The schema of a profile: a contact centre as data, from which a seed makes months of events. */
export const profileSchema = z.object({
  schema: z.literal("flexbill.profile/1"),
  id: z.string(),
  title: z.object({ en: z.string(), ja: z.string() }),
  account: sid("AC"),
  /** Where the people work; shifts and arrivals follow its clock. */
  timeZone: z.string(),
  country: z.string(),
  opened: z.string(),
  activities: z.object({ logout: activity, available: activity, wrapUp: activity, break: activity }),
  shifts: z.array(shift).min(1),
  absencePerMille: perMille,
  /** Shifts of a month that end without a logout: the user stays on a break until they come back. */
  forgottenLogouts: count,
  customers: positive,
  voice,
  messaging: z.array(messaging),
  numbers: z.array(z.object({ number: sid("PN"), numberType, purchased: z.string() })),
});

/** A contact centre as data. */
export type Profile = z.infer<typeof profileSchema>;
/** A shift of a profile. */
export type Shift = Profile["shifts"][number];
/** When contacts of one channel come. */
export type Arrivals = Profile["voice"]["arrivals"];
/** A messaging channel of a profile. */
export type Messaging = Profile["messaging"][number];
