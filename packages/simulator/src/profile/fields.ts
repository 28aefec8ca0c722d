import { currencyText, dateText, nonNegativeDecimalText, wish } from "@flexbill/documents";
import { z } from "zod";

/** A whole number from 0. */
export const count = z.int().min(0);
/** A whole number from 1. */
export const positive = z.int().min(1);
/** A share in thousandths. */
export const perMille = z.int().min(0).max(1000);
/** A share in hundredths, which may be more than the whole. */
export const percent = z.int().min(0).max(10_000);
/** A name that other parts of the profile refer to. */
export const name = z.string().min(1, { error: wish("schema.value", "non-empty-text") });
/** A text in both languages. */
export const title = z.object({ en: name, ja: name });

/** An identifier of Twilio's form. */
export const sid = (prefix: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}[0-9a-fA-F]{32}$`), { error: wish("schema.value", `sid-${prefix.toLowerCase()}`) });

/** A local time of day. */
export const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: wish("schema.value", "clock-time") });

/** A day, kept as the text it is. */
export const date = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, { error: wish("schema.date", "date"), abort: true })
  .refine((text) => dateText.safeParse(text).success, { error: wish("schema.date", "date") });

/** A day of every year. */
export const dayOfYear = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, {
  error: wish("schema.value", "day-of-year"),
});

/** Days of the week, Sunday being 0. */
export const weekdays = z.array(z.int().min(0).max(6)).min(1);

const rising = (values: readonly number[]): boolean =>
  values.every((value, at) => at === 0 || value >= (values[at - 1] as number));

/** A spread: one number, equally spaced quantiles that do not fall, or the mean of an exponential distribution. */
export const spread = z.union([
  count,
  z
    .array(count)
    .min(1)
    .refine(rising, { error: wish("schema.value", "rising-quantiles") }),
  z.object({ mean: positive }),
]);

export const numberType = z.enum(["local", "mobile", "national", "toll-free", "short-code"]);
export const useCase = z.enum(["contact-center", "marketing", "otp", "other"]);
export const currency = currencyText;
/** An amount of money, kept as the text it is. */
export const amount = z.string().refine((text) => nonNegativeDecimalText.safeParse(text).success, {
  error: wish("schema.decimal", "non-negative-decimal"),
});

/** Carriers and how often each is met. */
export const weighted = z.array(z.object({ name, weight: positive }));
