import { nonEmptyText, wish } from "@flexbill/documents";
import { z } from "zod";
import { isTextMap } from "./checks.ts";

/** What a use of the products was for; all but the first are no contact-centre use (T-45 … T-48). */
export type UseCase = "contact-center" | "marketing" | "otp" | "other";

/** The use case of an event that does not say one. */
export const defaultUseCase: UseCase = "contact-center";

/** Where a number or a leg stands in a price list. */
export type NumberType = "local" | "mobile" | "national" | "toll-free" | "short-code";

/** The way a call or a message went, seen from the account. */
export type Direction = "inbound" | "outbound";

/** What any `data` may carry. Labels are for charge-back and never billed by. */
export interface CommonData {
  readonly useCase?: UseCase;
  readonly labels?: Readonly<Record<string, string>>;
}

const useCases = ["contact-center", "marketing", "otp", "other"] as const;
const numberTypes = ["local", "mobile", "national", "toll-free", "short-code"] as const;
const directions = ["inbound", "outbound"] as const;

/** The members that any `data` may have. */
export const commonShape = {
  useCase: z.enum(useCases).optional(),
  labels: z.record(z.string(), z.string()).optional(),
};

export const numberTypeField = z.enum(numberTypes);
export const directionField = z.enum(directions);
/** A text, null or left out. */
export const optionalTextField = nonEmptyText.nullish();

/** A value that is one of a closed list. */
export function oneOf<Value extends string>(values: readonly Value[]): (value: unknown) => value is Value {
  return (value): value is Value => values.includes(value as Value);
}

export const isDirection = oneOf(directions);
const isKnownNumberType = oneOf(numberTypes);
const isUseCase = oneOf(useCases);

/** A number type, null or left out. */
export function isOptionalNumberType(value: unknown): boolean {
  return value === undefined || value === null || isKnownNumberType(value);
}

/** The fast check of {@link commonShape}, by its members: who reads them knows the kind of `data`, which is faster. */
export function hasCommon(useCase: unknown, labels: unknown): boolean {
  return (useCase === undefined || isUseCase(useCase)) && (labels === undefined || isTextMap(labels));
}

/** Says that an interval ends before it begins. */
export const endBeforeStart = { error: wish("schema.interval-reversed", "end-not-before-start") };
