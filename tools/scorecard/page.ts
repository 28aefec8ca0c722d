import { readFileSync } from "node:fs";
import { faults, laws, outsideTheModel } from "../../packages/invariants/src/index.ts";
import { headOf, row } from "../markdown.ts";
import type { Effort, Found } from "./measure.ts";

/** A measured scorecard. */
export interface Scorecard extends Effort {
  /** How long it took, in whole minutes of the processor. */
  readonly minutes: number;
  readonly found: Found;
}

/** The scorecard as it was measured last. */
export const scorecard = JSON.parse(readFileSync(new URL("scorecard.json", import.meta.url), "utf8")) as Scorecard;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headOf(head), ...rows.map(row)].join("\n");

/** `docs/scorecard.md`: which law finds which planted fault, and after how many months. */
export function scorecardPage({ found, runs, seeds, glance, minutes }: Scorecard): string {
  const lawsOf = (fault: string) => Object.entries(found[fault] ?? {});
  const missed = faults.filter(({ id }) => lawsOf(id).length === 0);
  const known = new Set(faults.flatMap(({ knownAs }) => knownAs));
  const faultRows = faults.map(({ id, knownAs, sentence }) => [
    `\`${id}\``,
    knownAs.join(", "),
    sentence,
    lawsOf(id)
      .map(([law, median]) => `\`${law}\` ${median}`)
      .join(", ") || "none",
  ]);
  const lawRows = laws.map(({ id, sentence }) => {
    const theirs = faults.filter((fault) => found[fault.id]?.[id] !== undefined);
    const alone = theirs.filter((fault) => lawsOf(fault.id).length === 1);
    return [`\`${id}\``, sentence.en, `${theirs.length}`, `${alone.length}`];
  });
  return `# What the laws find

${faults.length} raters with one thing wrong, and ${laws.length} laws. A number is the median of the months that a law needs
to find the fault, over ${seeds} seeds of at most ${runs} months each; a law that finds nothing in the first ${glance} months of
the first seed is left out, unless no law finds more. \`node tools/scorecard/write.ts\` makes this page anew, in about
${minutes} minutes of one processor.

Each fault is planted in the plain rater of \`@flexbill/invariants\`, and leaves at least four random months of five as they
are. ${known.size} of the 46 faults in public billing engines that we know of are planted; KF numbers name them.

${missed.length === 0 ? "No fault stays hidden." : `Faults that no law finds: ${missed.map(({ id }) => `\`${id}\``).join(", ")}.`}

## Faults

${table(["fault", "known as", "what is wrong", "found by, with the median of the months needed"], faultRows)}

## Laws

${table(["law", "sentence", "faults found", "found by no other law"], lawRows)}

## Known faults outside the model

${table(["fault", "why"], Object.entries(outsideTheModel))}
`;
}
