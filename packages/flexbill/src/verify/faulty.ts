import { nearest } from "@flexbill/documents";
import { type Fault, faults, finders, type Opened } from "@flexbill/invariants";

/** How the command line names a shipped rater with one thing wrong. */
export const faultyPrefix = "faulty:";

/** A shipped rater with one thing wrong, by its id; else the id that was most likely meant, if any. */
export function faultyRater(id: string): { readonly rater: Opened } | { readonly meant: string | undefined } {
  const fault = faults.find((one) => one.id === id);
  if (fault !== undefined) return { rater: { name: `${faultyPrefix}${id}`, rate: fault.rate } };
  const ids = faults.map((one) => one.id);
  return { meant: nearest(id, ids) };
}

/** What `faulty:list` prints: each shipped rater, a law that it breaks, and what is wrong with it. */
export function faultyList(format: "text" | "json"): string {
  if (format === "json") return `${JSON.stringify(faults.map(listed), null, 2)}\n`;
  const width = (of: (fault: Fault) => string) => Math.max(...faults.map((fault) => of(fault).length));
  const [ids, laws] = [width(({ id }) => id), width(({ id }) => finders[id] ?? "")];
  const line = ({ id, sentence }: Fault) => `${id.padEnd(ids)}  ${(finders[id] ?? "").padEnd(laws)}  ${sentence}\n`;
  return faults.map(line).join("");
}

function listed({ id, sentence }: Fault) {
  return { id, breaks: finders[id], sentence };
}
