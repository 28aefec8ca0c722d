import { decimal } from "@flexbill/kernel";
import type { TestClock } from "../../src/index.ts";
import { answerProblems } from "./answer-problems.ts";
import { authorizationOf } from "./credentials.ts";
import { deviationOf } from "./deviations.ts";
import type { Answer, Ask, Door } from "./door.ts";
import { type Operation, operationOf } from "./operations.ts";
import { filled, valueAt } from "./places.ts";
import { schemaProblems } from "./schema-problems.ts";
import { shapeProblems } from "./shapes.ts";
import type { Known, Step } from "./step.ts";
import { walk } from "./walk.ts";

/** How a step went. */
export interface Outcome {
  readonly step: string;
  /** What is wrong; nothing where the step holds. */
  readonly wrong: readonly string[];
  /** The deviations that its answers fell under. */
  readonly deviations: readonly string[];
  /** The answers as they came. */
  readonly answers: readonly string[];
}

/** Where a step is asked, and what it finds there. */
interface Setting {
  readonly ask: Door["ask"];
  readonly clock: TestClock;
  readonly known: Record<string, string>;
}

/** Runs the steps in order through a door; later steps know what earlier ones learned. */
export async function run(
  steps: readonly Step[],
  { ask }: Door,
  clock: TestClock,
  known: Known,
): Promise<readonly Outcome[]> {
  const setting: Setting = { ask, clock, known: { ...known } };
  const outcomes: Outcome[] = [];
  for (const step of steps) outcomes.push(await take(step, setting));
  return outcomes;
}

/** The name of a step in reports. */
export function nameOf({ call, about }: Step): string {
  return about === undefined ? call : `${call}, ${about}`;
}

async function take(step: Step, { ask, clock, known }: Setting): Promise<Outcome> {
  const operation = operationOf(step.call);
  if (step.after !== undefined) clock.advance(decimal(step.after));
  const wrong: string[] = [];
  const answers: string[] = [];
  const found = new Set<string>();
  const request = askOf(step, operation, known);
  const get = async (sent: Ask): Promise<Answer> => {
    const answer = await ask(sent);
    answers.push(`${answer.status} ${answer.text}`);
    wrong.push(...answerProblems(answer, productOf(operation)));
    return answer;
  };
  const check = (body: unknown) => {
    for (const problem of [...schemaProblems(step.call, body), ...shapeProblems(step.call, body)]) {
      const deviation = deviationOf(problem);
      if (deviation === undefined) wrong.push(`${problem.from} ${problem.at}: ${problem.what}`);
      else found.add(deviation);
    }
  };
  const answer = await get(request);
  wrong.push(...statusProblems(step, operation, answer));
  const body: unknown = answer.text === "" ? undefined : JSON.parse(answer.text);
  if (answer.status < 300 && body !== undefined) check(body);
  wrong.push(...holdProblems(step, body, known), ...learn(step, body, known));
  if (step.walk !== undefined) {
    const walked = await walk(request.url, operation.listKey ?? "", step.walk, (url) => get({ ...request, url }));
    wrong.push(...walked.wrong);
    for (const page of walked.pages) check(page);
  }
  return { step: nameOf(step), wrong: [...new Set(wrong)], deviations: [...found].sort(), answers };
}

/** The request of a step: its operation's, where it does not say otherwise. */
function askOf(step: Step, operation: Operation, known: Known): Ask {
  const at = { ...known, ...step.at };
  const path = filled(filled(step.path ?? operation.path, at), known);
  const query = [filled(step.query ?? "", known), step.walk === undefined ? "" : `PageSize=${step.walk}`];
  const search = query.filter((part) => part !== "").join("&");
  const origin = step.host === undefined ? operation.host : `https://${step.host}`;
  const body = bodyOf(step, known);
  const type = step.json === undefined ? "application/x-www-form-urlencoded" : "application/json";
  return {
    method: step.method ?? operation.method,
    url: `${origin}${path}${search === "" ? "" : `?${search}`}`,
    headers: {
      ...authorizationOf(step.as ?? "main", known),
      ...(body === undefined ? {} : { "Content-Type": type }),
      ...step.headers,
    },
    ...(body === undefined ? {} : { body }),
  };
}

function bodyOf({ form, json }: Step, known: Known): string | undefined {
  if (json !== undefined) return filled(JSON.stringify(json), known);
  const filledForm = Object.entries(form ?? {}).map(([name, value]): [string, string] => [name, filled(value, known)]);
  return form === undefined ? undefined : new URLSearchParams(filledForm).toString();
}

function productOf({ host }: Operation): string {
  return new URL(host).host.split(".")[0] ?? "";
}

function statusProblems({ status, code }: Step, operation: Operation, answer: Answer): readonly string[] {
  const wanted = status ?? Number(operation.successStatus);
  if (answer.status !== wanted) return [`Status ${answer.status}, not ${wanted}: ${answer.text.slice(0, 200)}`];
  if (code === undefined) return [];
  const found = (JSON.parse(answer.text) as { code?: number }).code ?? null;
  return found === code ? [] : [`Code ${found}, not ${code}`];
}

function holdProblems({ holds = {} }: Step, body: unknown, known: Known): readonly string[] {
  return Object.entries(holds).flatMap(([place, wanted]) => {
    const found = valueAt(body, place);
    const right =
      wanted instanceof RegExp
        ? wanted.test(String(found))
        : found === (typeof wanted === "string" ? filled(wanted, known) : wanted);
    return right ? [] : [`${place} is ${JSON.stringify(found)}, not ${wanted}`];
  });
}

function learn({ learn: names = {} }: Step, body: unknown, known: Record<string, string>): readonly string[] {
  return Object.entries(names).flatMap(([name, place]) => {
    const value = valueAt(body, place);
    known[name] = String(value);
    return typeof value === "string" ? [] : [`Nothing to learn at ${place}`];
  });
}
