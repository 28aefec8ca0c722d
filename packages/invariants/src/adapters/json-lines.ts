import type { RatingRequest } from "../request.ts";
import { type Asked, checked, raterLost } from "../run/judge.ts";
import type { Answer, Subject } from "../subject.ts";
import { type After, patienceOf } from "./patience.ts";

/** Both ends of a rater that speaks JSON lines (formats.md section 8): a process, a socket, a test. */
export interface LineChannel {
  send(line: string): void;
  readonly lines: AsyncIterable<string>;
  /** Why there are no more lines, once they have ended; shown to the reader of a failure. */
  ending(): string;
}

export interface JsonLinesOptions {
  readonly name: string;
  readonly channel: LineChannel;
  /** Milliseconds without any answer until a rater that owes some is given up. */
  readonly patience: number;
  readonly after: After;
}

/** A rater behind JSON lines, with its own word for whether it can still be asked. */
export interface LinesSubject extends Subject {
  readonly rate: (request: RatingRequest) => Promise<Answer>;
  /** False once it has ended, or was given up. */
  readonly alive: () => boolean;
}

/**
 * A rater that answers JSON lines, in any order, matched by `id`. Its answer to the first line may name what it models;
 * a rater that does not know that line is taken to model everything. An answer with a text as `failed` instead of an
 * invoice says why there is none.
 */
export async function jsonLinesSubject(options: JsonLinesOptions): Promise<LinesSubject> {
  const conversation = converse(options);
  const models = await conversation.hello();
  const rate = async (request: RatingRequest): Promise<Answer> => {
    const asked = await conversation.ask(request);
    if ("trouble" in asked) throw asked.lost === true ? raterLost(asked.trouble) : new Error(asked.trouble);
    return asked;
  };
  return { name: options.name, rate, alive: conversation.alive, ...(models === undefined ? {} : { models }) };
}

type Settle = (asked: Asked) => void;

function converse({ channel, patience, after }: JsonLinesOptions) {
  const pending = new Map<string, Settle>();
  let greeted: ((models: readonly string[] | undefined) => void) | undefined;
  let asked = 0;
  let lost: string | undefined;

  const settle = (id: string, answer: Asked) => {
    const waiting = pending.get(id);
    if (waiting === undefined) return;
    pending.delete(id);
    watch.answered();
    waiting(answer);
  };
  const lose = (trouble: string) => {
    lost ??= trouble;
    greeted?.(undefined);
    for (const id of [...pending.keys()]) settle(id, { trouble: lost, lost: true });
  };
  const watch = patienceOf(patience, after, () => lose(`no answer within ${patience} ms`));
  const hear = (line: string) => {
    if (line.trim() === "") return;
    const answer = parsed(line);
    if (greeted !== undefined && !isAnswerTo(answer, pending)) return greeted(modelsOf(answer));
    if (isAnswerTo(answer, pending)) return settle(answer.id, readAnswer(answer));
    const [oldest] = pending.keys();
    if (oldest !== undefined && !isGreeting(answer))
      settle(oldest, { trouble: `an answer that belongs to no request: ${line.slice(0, 80)}` });
  };
  const listen = async () => {
    for await (const line of channel.lines) hear(line);
  };
  listen()
    .catch(() => undefined)
    .finally(() => lose(`the rater ended: ${channel.ending()}`));

  return {
    alive: () => lost === undefined,
    hello: () =>
      new Promise<readonly string[] | undefined>((resolve) => {
        const callOff = after(patience, () => greeted?.(undefined));
        greeted = (models) => {
          greeted = undefined;
          callOff();
          resolve(models);
        };
        channel.send(JSON.stringify({ capabilities: {} }));
      }),
    ask: (request: RatingRequest) =>
      new Promise<Asked>((resolve) => {
        if (lost !== undefined) return resolve({ trouble: lost, lost: true });
        asked += 1;
        const id = `r${asked}`;
        pending.set(id, resolve);
        watch.asked();
        channel.send(JSON.stringify({ ...request, id }));
      }),
  };
}

function readAnswer(answer: object): Asked {
  return "failed" in answer && typeof answer.failed === "string" ? { trouble: answer.failed } : checked(answer);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isAnswerTo(answer: unknown, pending: ReadonlyMap<string, Settle>): answer is { readonly id: string } {
  const id = typeof answer === "object" && answer !== null && "id" in answer ? answer.id : undefined;
  return typeof id === "string" && pending.has(id);
}

/** One that comes late is of no more use, and no harm. */
function isGreeting(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "hello" in answer;
}

/** What an answer to the first line says the rater models, or undefined: everything. */
export function modelsOf(answer: unknown): readonly string[] | undefined {
  if (typeof answer !== "object" || answer === null || !("hello" in answer) || !("models" in answer)) return undefined;
  const { models } = answer;
  return Array.isArray(models) && models.every((one) => typeof one === "string") ? models : undefined;
}
