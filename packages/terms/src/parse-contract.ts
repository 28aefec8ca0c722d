import { inTextOrder, type Located, located, parseWith } from "@flexbill/documents";
import { fail, ok, type Result } from "@flexbill/kernel";
import type { Contract } from "./contract.ts";
import { contractIssues } from "./contract-issues.ts";
import { contractSchema } from "./contract-schema.ts";

/**
 * Reads a contract: its value, or every problem at once (`schema.*`) in the order of the text. Members that the format
 * does not name are `unknown-member` infos and fail nothing.
 *
 * @example
 * ```ts
 * const read = parseContract({ account: "AC00000000000000000000000000000001", currency: "USD" });
 * read.ok && read.value.timeZone; // "UTC"
 * ```
 */
export function parseContract(source: Located | unknown): Result<Contract> {
  const document = located(source);
  const parsed = parseWith(contractSchema, document);
  const contradictions = contractIssues(document);
  if (parsed.ok && contradictions.length === 0) return ok(parsed.value, parsed.issues);
  return fail(inTextOrder([...parsed.issues, ...contradictions]));
}
