import { instantText, timeZoneText, wish } from "@flexbill/documents";
import { z } from "zod";
import { activities, enforceLogout } from "./activities.ts";
import { callLine, dialLine } from "./calls.ts";
import { amount, currency, date, dayOfYear, name, numberType, percent, positive, sid, title } from "./fields.ts";
import { team } from "./team.ts";
import { conversationLine, noticeLine } from "./writing.ts";

const instant = z
  .string()
  .refine((text) => instantText.safeParse(text).success, { error: wish("schema.instant", "instant") });

const queue = z.object({
  id: name,
  teams: z.array(name).min(1),
  /** Answered within so many seconds counts towards the service level. */
  withinSeconds: positive.default(20),
});

const holiday = z.object({
  date: z.union([dayOfYear, date]),
  /** Contacts, in per cent of an ordinary day. */
  arrivals: percent.default(100),
  /** Teams stay at home, but for those that work on holidays. */
  closed: z.boolean().default(true),
});

const campaign = z.object({
  name,
  from: date,
  /** The first day on which it is over. */
  to: date,
  lines: z.array(name).min(1),
  arrivals: percent,
});

const rateCard = z.object({
  provider: name,
  note: z.string().optional(),
  entries: z
    .array(z.object({ category: name, country: name.optional(), amount, currency, from: date.optional() }))
    .min(1),
});

/** What providers charge. */
export const rateCards = z.array(rateCard);

/** Products that are counted beside the contacts, by what each unit stands for. */
const counted = z.object({
  product: name,
  unit: name,
  /** Each contact, each that a user took, or each time that a user signs in. */
  per: z.enum(["contact", "task", "sign-in"]),
  quantity: positive.default(1),
});

const rented = z.object({
  number: sid("PN"),
  account: name.optional(),
  country: name.optional(),
  numberType,
  purchased: instant,
  released: instant.optional(),
});

/** From the least to the greatest value of a figure that is believable. */
const range = z
  .tuple([z.number().min(0), z.number().min(0)])
  .refine(([least, greatest]) => least <= greatest, { error: wish("schema.value", "rising-range") });

/** What an ordinary month of the profile comes to; see `RunStatistics` for what each figure means. */
const believable = z
  .object({
    occupancy: range,
    serviceLevel: range,
    meanWaitSeconds: range,
    hoursPerUser: range,
    messagesPerContact: range,
    messagesPerConversation: range,
  })
  .partial();

/** The schema of a profile: a contact centre as data, from which a seed makes months of events. */
export const profileSchema = z.object({
  schema: z.literal("flexbill.profile/1"),
  id: name,
  title,
  account: sid("AC"),
  /** Subaccounts by name. */
  accounts: z.record(name, sid("AC")).default({}),
  /** Where the people work; shifts and arrivals follow its clock. */
  timeZone: timeZoneText,
  country: name,
  opened: instant,
  activities,
  enforceLogout: enforceLogout.default([{ on: true, seconds: 30 }]),
  holidays: z.array(holiday).default([]),
  campaigns: z.array(campaign).default([]),
  /** How many customers there are, from whom those who write are drawn. */
  customers: positive.default(10_000),
  teams: z.array(team),
  queues: z.array(queue).default([]),
  calls: z.array(callLine).default([]),
  dialling: z.array(dialLine).default([]),
  conversations: z.array(conversationLine).default([]),
  notices: z.array(noticeLine).default([]),
  counted: z.array(counted).default([]),
  rateCards: rateCards.default([]),
  numbers: z.array(rented).default([]),
  believable: believable.default({}),
});

/** A contact centre as data. */
export type Profile = z.infer<typeof profileSchema>;
/** A contact centre as it is written, before defaults are filled in. */
export type ProfileText = z.input<typeof profileSchema>;
/** Figures of an ordinary month, each from the least to the greatest. */
export type Believable = Profile["believable"];
/** What a provider charges, by category and country. */
export type RateCard = Profile["rateCards"][number];
