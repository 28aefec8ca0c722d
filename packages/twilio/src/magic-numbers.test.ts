import { expect, test } from "vitest";
import data from "../data/magic-numbers.json" with { type: "json" };
import { type ErrorName, errorEnvelope } from "./errors.ts";
import { isTestedResource, magicRefusal } from "./magic-numbers.ts";

const codeOf = (resource: string, form: Record<string, string>) => {
  if (!isTestedResource(resource)) throw new Error(resource);
  const refusal = magicRefusal(resource, new URLSearchParams(form));
  return refusal === undefined ? undefined : errorEnvelope(refusal.error, { number: refusal.number }).code;
};
const good = "+15005550006";

test("each magic number answers with the code that Twilio publishes for it", () => {
  const to = (resource: string) => (last: number) => codeOf(resource, { From: good, To: `+1500555000${last}` });
  expect([1, 2, 3, 4, 9, 6].map(to("Messages"))).toEqual([21211, 21612, 21408, 21610, 21614, undefined]);
  expect([1, 2, 3, 4, 6].map(to("Calls"))).toEqual([21217, 21214, 21215, 21216, undefined]);
  const from = (resource: string) => (last: number) => codeOf(resource, { From: `+1500555000${last}`, To: good });
  expect([1, 7, 8, 6].map(from("Messages"))).toEqual([21212, 21606, 21611, undefined]);
  expect([1, 5, 6].map(from("Calls"))).toEqual([21212, 21210, undefined]);
  const bought = (last: number) => codeOf("IncomingPhoneNumbers", { PhoneNumber: `+1500555000${last}` });
  expect([0, 1].map(bought)).toEqual([21422, 21421]);
});

test("a number of nobody's is no sender of a test, and what is not given is left to the route", () => {
  expect(codeOf("Messages", { From: "+15550100000", To: "+15550100001" })).toBe(21606);
  expect(codeOf("Messages", { To: "+15550100001" })).toBeUndefined();
  expect(isTestedResource("Balance")).toBe(false);
});

test("every error of the table exists", () => {
  const names = Object.values(data.numbers).flatMap((each) => Object.values(each).flatMap((one) => Object.values(one)));
  for (const name of names) if (name !== null) expect(errorEnvelope(name as ErrorName).status).toBe(400);
});
