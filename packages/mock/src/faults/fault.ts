import { located, nonEmptyText, parseWith } from "@flexbill/documents";
import { fail, ok, type Result } from "@flexbill/kernel";
import { z } from "zod";

const seconds = z.int().min(1).max(31_622_400);

/** Each kind of fault with what it takes. */
const faultSchema = z.discriminatedUnion("kind", [
  /** The request is refused with this status, before or after it is carried out. */
  z.object({
    kind: z.literal("status"),
    status: z.literal([429, 500, 503]),
    retryAfterSeconds: z.int().min(0).max(86_400).exactOptional(),
    processed: z.boolean().exactOptional(),
  }),
  /** The answer is late. */
  z.object({ kind: z.literal("latency"), milliseconds: z.int().min(0).max(600_000) }),
  /** The connection ends without an answer, before or after the request is carried out. */
  z.object({ kind: z.literal("dropped-connection"), processed: z.boolean().exactOptional() }),
  /** A whole answer whose body is no JSON. */
  z.object({ kind: z.literal("malformed-body") }),
  /** The connection ends in the middle of the body. */
  z.object({ kind: z.literal("truncated-body") }),
  /** A list ends too early, loses the last row of a page, or shows it again on the next one. */
  z.object({ kind: z.literal("flaky-paging"), form: z.enum(["ends-early", "lost-row", "repeated-row"]) }),
  /** Usage is that of so many seconds ago, and `as_of` says so. */
  z.object({ kind: z.literal("stale-as-of"), seconds }),
  /** Usage of the last seconds is missing, and `as_of` does not say so. */
  z.object({ kind: z.literal("late-data"), seconds }),
  /** Usage of a range given by its dates does not exist; the named ranges do. */
  z.object({ kind: z.literal("range-not-found") }),
  /** Usage is that of the account alone, whatever `IncludeSubaccounts` asks for. */
  z.object({ kind: z.literal("subaccounts-ignored") }),
]);

/** What goes wrong with a request; docs/mock-faults.md says how each kind looks to a client. */
export type Fault = z.output<typeof faultSchema>;

const kinds = faultSchema.options.map(({ shape }) => shape.kind.value);
const kindSchema = z.object({ kind: z.enum(kinds) });

const ruleSchema = z.object({
  /** A method and an address, in which a star stands for anything: `GET api.twilio.com/*\/Usage/Records*`. */
  route: nonEmptyText.exactOptional(),
  /** The account in the path, or the one that asks where no path names one. */
  account: nonEmptyText.exactOptional(),
  /** Which part of the requests it meets, from 0 to 1; all by default. */
  share: z.number().min(0).max(1).exactOptional(),
  /** What a share is drawn from; 1 by default. */
  seed: z.int().min(0).exactOptional(),
  /** After so many requests it is over. */
  times: z.int().min(1).exactOptional(),
  fault: faultSchema,
});

/** A fault, and which requests it meets. */
export type FaultRule = z.output<typeof ruleSchema>;

/** Reads a fault with everything that is wrong with it; what it does not know is wrong too. */
export function readFault(document: unknown): Result<Fault> {
  const source = located(document);
  const kind = parseWith(kindSchema, source, { unknownMembers: "ignore" });
  return kind.ok ? exactly(parseWith(faultSchema, source)) : kind;
}

/** Reads a rule in the same way. */
export function readFaultRule(document: unknown): Result<FaultRule> {
  const source = located(document);
  const kind = parseWith(z.object({ fault: kindSchema }), source, { unknownMembers: "ignore" });
  if (kind.ok) return exactly(parseWith(ruleSchema, source));
  const rest = parseWith(ruleSchema.omit({ fault: true }), source, { unknownMembers: "ignore" });
  return fail([...kind.issues, ...rest.issues]);
}

function exactly<T>(read: Result<T>): Result<T> {
  return read.ok && read.issues.length === 0 ? ok(read.value) : fail(read.issues);
}
