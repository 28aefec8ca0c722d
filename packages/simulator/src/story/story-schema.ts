import { wish } from "@flexbill/documents";
import { z } from "zod";

const text = z.string().min(1, { error: wish("schema.value", "non-empty-text") });
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: wish("schema.month", "month") });
/** A document of another format inside a story, read by its own reader. */
const members = z.record(z.string(), z.unknown());
/** A whole number from 1, which an open value may stand for. */
const count = z.union([
  z.int().min(1),
  z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number),
]);

/** The events of a story by their short name; the rest of the type is the same for all. */
export const eventNames = [
  "presence",
  "seat",
  "sign-in",
  "call-leg",
  "message",
  "recording",
  "number",
  "usage",
  "fee",
] as const;

const event = z.object({
  ...(Object.fromEntries(eventNames.map((name) => [name, members.optional()])) as Record<
    (typeof eventNames)[number],
    z.ZodOptional<typeof members>
  >),
  /** So many events alike but for `$i`, which counts from 1. */
  repeat: count.optional(),
  id: text.optional(),
  source: text.optional(),
  /** The account that it happened in, if not the story's own. */
  account: text.optional(),
});

const range = z.object({ low: text, high: text.nullable() });
const line = z.union([
  text,
  z.object({ quantity: text.optional(), amount: text.optional(), low: text.optional(), high: text.nullish() }),
]);

/** What is expected of a bill. */
export const expectationSchema = z.object({
  month: month.optional(),
  account: text.optional(),
  asOf: text.optional(),
  /** A name for this bill, so that a later one can be compared with it. */
  name: text.optional(),
  /** Exactly these lines, by id. */
  lines: z.record(z.string(), line).optional(),
  /** These lines among others. */
  with: z.record(z.string(), line).optional(),
  /** No line whose id is this or begins with it. */
  without: z.array(text).optional(),
  /** Lines, or `total`, whose whole range lies between these. */
  within: z.record(z.string(), z.object({ from: text.optional(), to: text.optional() })).optional(),
  totals: z.record(z.string(), z.union([text, range])).optional(),
  /** Exactly these warnings and errors. */
  issues: z.array(text).optional(),
  laws: z.array(text).optional(),
  /** An earlier bill, and the lines that are other than there; without any, some line is. */
  differs: z.object({ from: text, in: z.array(text).optional() }).optional(),
  /** An earlier bill whose lines are all the same as here. */
  same: text.optional(),
  /** What corrects the invoice that arrived for this month, exactly. */
  adjustments: z.record(z.string(), text).optional(),
});

const instantOfUser = z.object({ user: text, at: text });

const step = z.object({
  /** Whole months. */
  advance: count.optional(),
  events: z.array(event).optional(),
  late: z.array(event).optional(),
  hire: instantOfUser.optional(),
  leave: instantOfUser.optional(),
  rename: z.object({ activity: text, name: text, at: text }).optional(),
  plan: members.optional(),
  price: members.optional(),
  allowance: members.optional(),
  adjust: members.optional(),
  /** What begins between these did not reach us, until `recover`. */
  outage: z.object({ from: text, to: text }).optional(),
  recover: z.literal(true).optional(),
  simulate: z.object({ profile: text, seed: z.int().min(0).default(1) }).optional(),
  invoice: z.object({ month: month.optional(), lines: z.record(z.string(), text).default({}) }).optional(),
  expect: expectationSchema.optional(),
});

/** The document `flexbill.scenario/1`; {@link readStory} reads it. */
export const storySchema = z.object({
  schema: z.literal("flexbill.scenario/1", { error: wish("schema.version", "flexbill.scenario/1") }),
  title: text,
  clauses: z.array(z.string().regex(/^T-\d\d$/)).default([]),
  /** The month in which the story begins. */
  month,
  /** Values left open: from one whole number to another, such as 1..50, or one of a list. */
  any: z
    .record(
      z.string().regex(/^(?!i$)[a-z][a-z0-9]*$/),
      z.union([
        z.string().regex(/^\d{1,9}\.\.\d{1,9}$/, { error: wish("schema.value", "number-range") }),
        z.array(z.union([z.string(), z.number()])).min(1),
      ]),
    )
    .optional(),
  contract: members.default({}),
  /** Other accounts: what their contracts say otherwise than the story's. */
  subaccounts: z.record(z.string(), members).default({}),
  /** A shipped price book, or entries; without it the book that the contract names, or none. */
  prices: z.union([text, z.array(members)]).optional(),
  events: z.array(event).default([]),
  steps: z.array(step).min(1),
});

/** What is expected of a bill, as a story says it. */
export type StoryExpectation = z.infer<typeof expectationSchema>;
/** A step of a story: one of its members is there. */
export type StoryStep = z.infer<typeof step>;
/** Events of a story in their short form. */
export type StoryEvent = z.infer<typeof event>;
/** A story as it is written. */
export type StoryText = z.input<typeof storySchema>;
