import { assumptionsPage } from "./assumptions/page.ts";
import { clauseRows, clausesPage } from "./clauses/clauses.ts";
import { mutationPage, scores, survivors } from "./mutation/page.ts";
import { scorecard, scorecardPage } from "./scorecard/page.ts";

/** The pages of docs/ that are made from data, by the name of their file. */
export function pages(): Readonly<Record<string, string>> {
  return {
    "assumptions.md": assumptionsPage(),
    "clauses.md": clausesPage(clauseRows),
    "mutation.md": mutationPage(scores, survivors),
    "scorecard.md": scorecardPage(scorecard),
  };
}
