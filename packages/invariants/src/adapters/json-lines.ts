import type { RatingRequest } from "../request.ts";
import { type Asked, checked, raterLost } from "../run/judge.ts";
import type { Answer, Subject } from "../subject.ts";

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
  /** Milliseconds until a request without an answer is given up. */
  readonly patience: number;
  /** Calls back after so many milliseconds; the result calls that off. */
  readonly after: (milliseconds: number, then: () => void) => () => void;
}

interface Pending {
  readonly settle: (asked: Asked) => void;
}

/** A rater behind JSON lines, with its own word for whether it can still be asked. */
export interface LinesSubject extends Subject {
  readonly rate: (request: RatingRequest) => Promise<Answer>;
  readonly alive: () => boolean;
}

/**
 * A rater that answers JSON lines, in any order, matched by `id`. Its answer to the first line may name what it models;
 * a rater that does not know that line is taken to model everything.
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

function converse({ channel, patience, after }: JsonLinesOptions) {
  const pending = new Map<string, Pending>();
  let greeted: ((models: readonly string[] | undefined) => void) | undefined;
  let asked = 0;
  let ended = false;

  const settle = (id: string, answer: Asked) => {
    const waiting = pending.get(id);
    pending.delete(id);
    waiting?.settle(answer);
  };
  const hear = (line: string) => {
    if (line.trim() === "") return;
    const answer = parsed(line);
    if (greeted !== undefined && !isAnswerTo(answer, pending)) return greeted(modelsOf(answer));
    if (isAnswerTo(answer, pending)) return settle(answer.id, checked(answer));
    const [oldest] = pending.keys();
    if (oldest !== undefined) settle(oldest, { trouble: `an answer that belongs to no request: ${line.slice(0, 80)}` });
  };
  const listen = async () => {
    for await (const line of channel.lines) hear(line);
  };
  listen()
    .catch(() => undefined)
    .finally(() => {
      ended = true;
      greeted?.(undefined);
      for (const id of [...pending.keys()]) settle(id, { trouble: `the rater ended: ${channel.ending()}`, lost: true });
    });

  return {
    alive: () => !ended,
    hello: () =>
      new Promise<readonly string[] | undefined>((resolve) => {
        const callOff = after(Math.min(patience, 2000), () => greeted?.(undefined));
        greeted = (models) => {
          greeted = undefined;
          callOff();
          resolve(models);
        };
        channel.send(JSON.stringify({ capabilities: {} }));
      }),
    ask: (request: RatingRequest) =>
      new Promise<Asked>((resolve) => {
        if (ended) return resolve({ trouble: `the rater ended: ${channel.ending()}`, lost: true });
        asked += 1;
        const id = `r${asked}`;
        const callOff = after(patience, () => settle(id, { trouble: `no answer within ${patience} ms`, lost: true }));
        pending.set(id, {
          settle: (answer) => {
            callOff();
            resolve(answer);
          },
        });
        channel.send(JSON.stringify({ ...request, id }));
      }),
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isAnswerTo(answer: unknown, pending: ReadonlyMap<string, Pending>): answer is { readonly id: string } {
  const id = typeof answer === "object" && answer !== null && "id" in answer ? answer.id : undefined;
  return typeof id === "string" && pending.has(id);
}

function modelsOf(answer: unknown): readonly string[] | undefined {
  if (typeof answer !== "object" || answer === null || !("hello" in answer) || !("models" in answer)) return undefined;
  const { models } = answer;
  return Array.isArray(models) && models.every((one) => typeof one === "string") ? models : undefined;
}
