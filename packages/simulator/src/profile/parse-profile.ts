import { inTextOrder, type Located, located, parseWith } from "@flexbill/documents";
import { fail, ok, type Result } from "@flexbill/kernel";
import { own } from "../complaint.ts";
import { duplicateNames, unknownNames } from "./names.ts";
import { impossibleQueues, impossibleShifts } from "./possible.ts";
import { type Profile, profileSchema } from "./profile.ts";

/**
 * Reads a profile: its value, or every problem at once in the order of the text: what is misspelt, with the nearest
 * valid word, names of nothing, and what no contact centre can be (`profile.*`). A member that the format does not know
 * is an error here, since a misspelt one would change what is simulated.
 *
 * @example
 * ```ts
 * const read = parseProfile({ schema: "flexbill.profile/1", teams: [] });
 * read.ok; // false
 * ```
 */
export function parseProfile(source: Located | unknown): Result<Profile> {
  const document = located(source);
  const parsed = parseWith(profileSchema, document);
  const written = [
    ...parsed.issues.map((one) => own(one)),
    ...duplicateNames(document),
    ...unknownNames(document),
    ...impossibleShifts(document),
  ];
  if (!parsed.ok || written.length > 0) return fail(inTextOrder(written));
  const impossible = impossibleQueues(document, parsed.value);
  return impossible.length > 0 ? fail(inTextOrder(impossible)) : ok(parsed.value, []);
}
