import type { Finding, Law } from "../law.ts";
import type { RatingRequest } from "../request.ts";
import type { Answer, Subject } from "../subject.ts";
import { gist, type Memory } from "./memory.ts";

/** What came of one case: it holds, it does not, or the subject itself failed to answer. */
export type Verdict =
  | { readonly outcome: "holds" }
  | { readonly outcome: "broken"; readonly findings: readonly Finding[] }
  | { readonly outcome: "trouble"; readonly request: number; readonly message: string; readonly lost: boolean };

/** A case with what was asked and answered: what a report shows of a failure. */
export interface Exhibit<Case> {
  readonly given: Case;
  readonly requests: readonly RatingRequest[];
  readonly answers: readonly Answer[];
  readonly verdict: Verdict;
  /** True where the answers had nothing that the law is about. */
  readonly silent?: boolean;
}

const holds: Verdict = { outcome: "holds" };

/** Asks the subject and judges its answers; without a promise where the subject answers at once. */
export function judge<Case>(
  law: Law<Case>,
  given: Case,
  subject: Subject,
  memory?: Memory,
): Exhibit<Case> | Promise<Exhibit<Case>> {
  const requests = law.requests(given);
  const answers: Answer[] = [];
  for (const [index, request] of requests.entries()) {
    const answer = (request as unknown) === given ? recall(subject, request, memory) : ask(subject, request);
    if (answer instanceof Promise) return finish(law, given, { subject, requests, answers, first: answer });
    if ("trouble" in answer) return { given, requests, answers, verdict: trouble(index, answer) };
    answers.push(answer);
  }
  return exhibitOf(law, { given, requests, answers });
}

/** What the subject answers to a case itself, remembered where there is a memory; troubles are not. */
function recall(subject: Subject, request: RatingRequest, memory: Memory | undefined): Asked | Promise<Asked> {
  if (memory === undefined) return ask(subject, request);
  const keep = (asked: Asked): Asked => {
    if ("trouble" in asked) return asked;
    const kept = gist(asked);
    memory.set(request, kept);
    return kept;
  };
  const known = memory.get(request);
  if (known !== undefined) return known;
  const asked = ask(subject, request);
  return asked instanceof Promise ? asked.then(keep) : keep(asked);
}

/** An answer, or why there is none; `lost` where asking again would only take time. */
export type Asked = Answer | { readonly trouble: string; readonly lost?: boolean };

/** What a rater rejects with that has ended or hangs: its case is told as it was drawn, since it cannot be shrunk. */
export function raterLost(message: string): Error {
  return Object.assign(new Error(message), { name: "RaterLost" });
}

function ask(subject: Subject, request: RatingRequest): Asked | Promise<Asked> {
  try {
    const answer = subject.rate(request);
    if (answer instanceof Promise) return answer.then(checked, troubleOf);
    return checked(answer);
  } catch (error) {
    return troubleOf(error);
  }
}

interface Waiting {
  readonly subject: Subject;
  readonly requests: readonly RatingRequest[];
  readonly answers: readonly Answer[];
  readonly first: Promise<Asked>;
}

async function finish<Case>(law: Law<Case>, given: Case, waiting: Waiting): Promise<Exhibit<Case>> {
  const { subject, requests, answers: before, first } = waiting;
  const rest = requests.slice(before.length + 1).map((request) => ask(subject, request));
  const asked = [...before, ...(await Promise.all([first, ...rest]))];
  const failed = asked.findIndex((answer) => "trouble" in answer);
  const answers = asked.filter((answer): answer is Answer => !("trouble" in answer));
  const wrong = asked[failed];
  if (wrong !== undefined && "trouble" in wrong) {
    return { given, requests, answers, verdict: trouble(failed, wrong) };
  }
  return exhibitOf(law, { given, requests, answers });
}

function exhibitOf<Case>(law: Law<Case>, asked: Omit<Exhibit<Case>, "verdict">): Exhibit<Case> {
  const verdict = verdictOf(law, asked.given, asked.answers);
  return law.silent?.(asked.answers) === true ? { ...asked, verdict, silent: true } : { ...asked, verdict };
}

function verdictOf<Case>(law: Law<Case>, given: Case, answers: readonly Answer[]): Verdict {
  const refused = answers.findIndex((answer) => answer.charges === undefined);
  if (refused >= 0) {
    const codes = answers[refused]?.issues.map((issue) => issue.code).join(", ");
    return trouble(refused, {
      trouble: `no invoice for a valid request: ${codes === "" ? "no reason given" : codes}`,
    });
  }
  const findings = law.holds(given, answers);
  return findings.length === 0 ? holds : { outcome: "broken", findings };
}

function trouble(request: number, { trouble: message, lost = false }: Exclude<Asked, Answer>): Verdict {
  return { outcome: "trouble", request, message, lost };
}

const decimalText = /^-?\d+(\.\d+)?$/;

/** An answer whose form a law can read, or what is wrong with it: garbage must not pass as "nothing differs". */
export function checked(answer: unknown): Asked {
  const problem = problemOf(answer);
  return problem === undefined ? (answer as Answer) : { trouble: problem };
}

function problemOf(answer: unknown): string | undefined {
  if (typeof answer !== "object" || answer === null) return `the answer is ${shown(answer)}, wanted an invoice`;
  const { charges, totals, issues } = answer as Partial<Record<keyof Answer, unknown>>;
  if (!Array.isArray(issues)) return "the answer has no list of issues";
  if (charges === undefined) return undefined;
  if (!Array.isArray(charges)) return `charges is ${shown(charges)}, wanted a list`;
  if (typeof totals !== "object" || totals === null) return `totals is ${shown(totals)}, wanted an object`;
  for (const [index, line] of charges.entries()) {
    const problem = problemOfLine(line);
    if (problem !== undefined) return `charges[${index}]: ${problem}`;
  }
  for (const [currency, total] of Object.entries(totals)) {
    const problem = problemOfRange(total);
    if (problem !== undefined) return `totals.${currency}: ${problem}`;
  }
  return undefined;
}

function problemOfLine(line: unknown): string | undefined {
  if (typeof line !== "object" || line === null) return `${shown(line)}, wanted a charge`;
  const { amount, quantity, ...texts } = line as Record<string, unknown>;
  for (const key of ["kind", "product", "rate", "currency"]) {
    if (typeof texts[key] !== "string") return `${key} is ${shown(texts[key])}, wanted a text`;
  }
  if (typeof quantity !== "string" || !decimalText.test(quantity)) {
    return `quantity is ${shown(quantity)}, wanted a decimal in quotes`;
  }
  return problemOfRange(amount);
}

function problemOfRange(range: unknown): string | undefined {
  if (typeof range !== "object" || range === null) return `${shown(range)}, wanted { low, high }`;
  const { low, high } = range as Record<string, unknown>;
  if (typeof low !== "string" || !decimalText.test(low)) return `low is ${shown(low)}, wanted a decimal in quotes`;
  if (high !== null && (typeof high !== "string" || !decimalText.test(high))) {
    return `high is ${shown(high)}, wanted a decimal in quotes or null`;
  }
  return undefined;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function troubleOf(error: unknown): Exclude<Asked, Answer> {
  if (!(error instanceof Error)) return { trouble: String(error) };
  return { trouble: error.message, lost: error.name === "RaterLost" };
}
