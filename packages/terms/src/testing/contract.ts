import type { Contract } from "../contract.ts";
import { parseContract } from "../parse-contract.ts";

/** A contract of the members given; what is left out has its default. */
export function contractOf(members: object = {}): Contract {
  const read = parseContract({ account: "AC00000000000000000000000000000001", currency: "USD", ...members });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}
