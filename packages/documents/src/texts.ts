import {
  type CalendarDate,
  type Decimal,
  type Instant,
  type IssueCode,
  isCurrency,
  isNegative,
  isPositive,
  isTimeZone,
  type Month,
  parseDate,
  parseDecimal,
  parseInstant,
  parseMonth,
  type Result,
} from "@flexbill/kernel";
import { z } from "zod";
import { wish } from "./wish.ts";

type Text<T> = z.ZodType<T, string>;

/** A decimal string such as `"0.0085"`, as an exact decimal (`schema.decimal`, `schema.decimal-size`). */
export const decimalText: Text<Decimal> = parsedText("schema.decimal", "string-decimal", parseDecimal);

/** A decimal string of at least zero (`schema.decimal-negative` besides the codes of {@link decimalText}). */
export const nonNegativeDecimalText: Text<Decimal> = decimalText.refine((value) => !isNegative(value), {
  error: wish("schema.decimal-negative", "non-negative-decimal"),
}) as Text<Decimal>;

/** A decimal string above zero (`schema.decimal-negative` besides the codes of {@link decimalText}). */
export const positiveDecimalText: Text<Decimal> = decimalText.refine(isPositive, {
  error: wish("schema.decimal-negative", "positive-decimal"),
}) as Text<Decimal>;

/** An RFC 3339 instant with its offset (`schema.instant`). */
export const instantText: Text<Instant> = parsedText("schema.instant", "instant", parseInstant);

/** A day, `YYYY-MM-DD` (`schema.date`). */
export const dateText: Text<CalendarDate> = parsedText("schema.date", "date", parseDate);

/** A month, `YYYY-MM` (`schema.month`). */
export const monthText: Text<Month> = parsedText("schema.month", "month", parseMonth);

/** An ISO 4217 currency code (`schema.currency`). */
export const currencyText: Text<string> = z
  .string({ error: wish("schema.currency", "currency") })
  .refine(isCurrency, { error: wish("schema.currency", "currency") });

/** An IANA time zone name (`schema.time-zone`). */
export const timeZoneText: Text<string> = z
  .string({ error: wish("schema.time-zone", "time-zone") })
  .refine(isTimeZone, { error: wish("schema.time-zone", "time-zone") });

/** A text of at least one character (`schema.type`, `schema.value`). */
export const nonEmptyText: Text<string> = z
  .string({ error: wish("schema.type", "string") })
  .min(1, { error: wish("schema.value", "non-empty-text") });

/** A name that people read: a text with a character that is no blank (`schema.type`, `schema.value`). */
export const nameText: Text<string> = z
  .string({ error: wish("schema.type", "string") })
  .regex(/\S/, { error: wish("schema.value", "name") });

function parsedText<T>(code: IssueCode, wanted: string, parse: (text: string) => Result<T>): Text<T> {
  return z.string({ error: wish(code, wanted) }).transform((text, context): T => {
    const parsed = parse(text);
    if (parsed.ok) return parsed.value;
    for (const { code, wanted: own } of parsed.issues) {
      context.addIssue({ code: "custom", message: wish(code, own ?? wanted) });
    }
    return z.NEVER;
  });
}
