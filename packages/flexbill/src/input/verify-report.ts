import { parseWith } from "@flexbill/documents";
import type { VerifyReport } from "@flexbill/invariants";
import { z } from "zod";
import type { Session } from "../host.ts";
import { readDocument } from "./document.ts";
import type { Reading } from "./reading.ts";

const count = z.int().min(0);
const anything = z.unknown();
const failure = z.looseObject({
  schema: z.literal("flexbill.counterexample/1"),
  token: z.string(),
  law: z.string(),
  events: z.looseObject({ original: count, shrunk: count }),
  findings: z.array(anything),
  given: anything,
  requests: z.array(anything),
  answers: z.array(anything),
});
const lawReport = z.looseObject({
  id: z.string(),
  outcome: z.enum(["passed", "failed", "vacuous", "skipped"]),
  runs: count,
  classes: z.record(z.string(), count),
  milliseconds: z.looseObject({ generation: z.number(), rating: z.number() }),
  missing: z.array(z.string()).optional(),
  needs: z.array(z.string()).optional(),
  failure: failure.optional(),
});
const verifyReport = z.looseObject({
  schema: z.literal("flexbill.verify/1"),
  version: z.string(),
  seed: count,
  runs: count,
  adapter: z.string().nullable(),
  shard: z.looseObject({ index: count, of: z.int().min(1) }).optional(),
  laws: z.array(lawReport),
});

/** A report that `flexbill verify --format json` wrote, from a file or, for `-`, from standard input. */
export async function readVerifyReport(path: string, { host }: Session): Promise<Reading<VerifyReport>> {
  const read = await readDocument(path, host, { json: true });
  if (!read.ok) return read;
  const parsed = parseWith(verifyReport, read.value, { unknownMembers: "ignore" });
  return parsed.ok ? { ...parsed, value: parsed.value as unknown as VerifyReport } : parsed;
}
