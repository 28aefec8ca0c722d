import { readFileSync } from "node:fs";
import { headOf, row } from "../markdown.ts";

/** A question that the terms leave open: a switch answers it, or there is an answer and a reason why no switch. */
export type Question = { readonly question: string } & (
  | { readonly switch: string }
  | { readonly answer: string; readonly why: string }
);

interface Assumption {
  readonly key: string;
  readonly default: string | null;
  readonly values: readonly string[] | null;
  readonly clause: string;
  readonly reason: { readonly en: string };
}

const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")) as T;

/** The switches of a contract's `assumptions`, as the terms' package has them. */
export const switches = read<readonly Assumption[]>("../../packages/terms/data/assumptions.json");
/** Every question that the terms leave open. */
export const questions = read<readonly Question[]>("questions.json");

/** docs/assumptions.md: each open question with its switch, or with the answer and why it has none. */
export function assumptionsPage(): string {
  const switched = switches.map(({ key, default: standard, values, clause, reason }) => {
    const asked = questions.filter((one) => "switch" in one && one.switch === key).map(({ question }) => question);
    const others = (values ?? []).filter((value) => value !== standard).map((value) => `\`${value}\``);
    const cells = [asked.join("; "), `\`${key}\``, standard === null ? "the contract's" : `\`${standard}\``];
    return row([...cells, others.join(", ") || "none", clause, reason.en]);
  });
  const answered = questions.flatMap((one) => ("answer" in one ? [row([one.question, one.answer, one.why])] : []));
  return [
    "# Where the terms are silent",
    "",
    "The notice names no limit, no e-mail limit, no region, no currency and no zone. What follows is how flexbill answers each",
    "question that it leaves open. An invoice lists the switches that mattered to it.",
    "",
    "## Switches",
    "",
    headOf(["question", "key of `assumptions`", "default", "other values", "clause", "why it is open"]),
    ...switched,
    "",
    "## Answers without a switch",
    "",
    headOf(["question", "answer", "why no switch"]),
    ...answered,
    "",
  ].join("\n");
}
