import { describe, expect, test } from "vitest";
import type { RatingRequest } from "../request.ts";
import { jsonLinesSubject, type LineChannel } from "./json-lines.ts";

const request: RatingRequest = {
  contract: { account: "AC00000000000000000000000000000001", currency: "USD" },
  events: [],
  month: "2025-05",
};
const after = (milliseconds: number, then: () => void) => {
  const timer = setTimeout(then, milliseconds);
  return () => clearTimeout(timer);
};
const invoice = { charges: [], totals: {}, issues: [] };

/** A rater whose answers are made from each line it is sent. */
function channel(
  answer: (line: { id?: string; capabilities?: object }, sent: number) => string | undefined,
): LineChannel {
  const queue: (string | undefined)[] = [];
  let wake: (() => void) | undefined;
  let sent = 0;
  return {
    send(line) {
      sent += 1;
      queue.push(answer(JSON.parse(line), sent));
      wake?.();
    },
    lines: {
      async *[Symbol.asyncIterator]() {
        for (;;) {
          while (queue.length === 0)
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
          const line = queue.shift();
          if (line === "END") return;
          if (line !== undefined) yield line;
        }
      },
    },
    ending: () => "exit code 3",
  };
}
const open = (made: LineChannel, patience = 200) => jsonLinesSubject({ name: "test", channel: made, patience, after });

describe("a rater that speaks JSON lines", () => {
  test("says what it models in its answer to the first line", async () => {
    const subject = await open(
      channel(({ id, capabilities }) =>
        JSON.stringify(capabilities ? { hello: 1, models: ["usage"] } : { id, ...invoice }),
      ),
    );
    expect(subject.models).toEqual(["usage"]);
    expect(await subject.rate(request)).toMatchObject(invoice);
  });

  test("is taken to model everything where it answers the first line with issues", async () => {
    const subject = await open(
      channel(({ id }) => JSON.stringify({ id: id ?? null, issues: [], ...(id ? invoice : {}) })),
    );
    expect(subject.models).toBeUndefined();
    expect(await subject.rate(request)).toMatchObject(invoice);
  });

  test("may answer out of order", async () => {
    const ids: string[] = [];
    const answers = new Map<string, string>();
    const made = channel(({ id, capabilities }) => {
      if (capabilities !== undefined) return JSON.stringify({ hello: 1 });
      ids.push(id ?? "");
      return ids.length < 2 ? undefined : JSON.stringify({ id: ids[1], ...invoice, issues: [{ code: "second" }] });
    });
    const subject = await open(made, 50);
    const first = subject.rate(request).catch(() => answers.set("first", "given up"));
    const second = await subject.rate(request);
    await first;
    expect(second.issues).toEqual([{ code: "second" }]);
    expect(answers.get("first")).toBe("given up");
  });

  test("may be slow: every answer begins the wait anew", async () => {
    const queue: string[] = [];
    let wake: () => void = () => undefined;
    const made: LineChannel = {
      send(line) {
        const { id, capabilities } = JSON.parse(line);
        const say = () => {
          queue.push(JSON.stringify(capabilities === undefined ? { id, ...invoice } : { hello: 1 }));
          wake();
        };
        setTimeout(say, capabilities === undefined ? 60 * Number(id.slice(1)) : 0);
      },
      lines: {
        async *[Symbol.asyncIterator]() {
          for (;;) {
            yield* queue.splice(0);
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
          }
        },
      },
      ending: () => "never",
    };
    const subject = await open(made, 150);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => subject.rate(request)));
    expect(answers).toHaveLength(5);
  });

  test("may greet late", async () => {
    const made = channel(({ id }, sent) => {
      if (sent === 1) return undefined;
      return sent === 2 ? '{"hello":1,"models":["usage"]}' : JSON.stringify({ id, ...invoice });
    });
    const subject = await open(made, 50);
    const first = subject.rate(request).catch((error: Error) => error.message);
    expect(await subject.rate(request)).toMatchObject(invoice);
    expect(await first).toBe("no answer within 50 ms");
  });

  test("says with a text as failed why there is no invoice", async () => {
    const made = channel(({ id }) =>
      id === undefined ? '{"hello":1}' : JSON.stringify({ id, failed: "no such plan" }),
    );
    await expect((await open(made)).rate(request)).rejects.toThrow("no such plan");
  });

  test.each([
    ["hangs", (id: string) => (id === "" ? '{"hello":1}' : undefined), "no answer within 200 ms"],
    [
      "answers garbage",
      (id: string) => (id === "" ? '{"hello":1}' : "Traceback (most recent call last)"),
      "an answer that belongs to no request: Traceback (most recent call last)",
    ],
    ["dies in the middle", (id: string) => (id === "" ? '{"hello":1}' : "END"), "the rater ended: exit code 3"],
    [
      "gives numbers",
      (id: string) =>
        id === "" ? '{"hello":1}' : JSON.stringify({ id, ...invoice, totals: { USD: { low: 1, high: 2 } } }),
      "totals.USD: low is 1, wanted a decimal in quotes",
    ],
  ])("that %s is told apart", async (_name, answer, message) => {
    const subject = await open(channel(({ id }) => answer(id ?? "")));
    await expect(subject.rate(request)).rejects.toThrow(message);
  });

  test("knows when it is no longer alive", async () => {
    const subject = await open(channel(({ id }) => (id === undefined ? '{"hello":1}' : "END")));
    expect(subject.alive()).toBe(true);
    await expect(subject.rate(request)).rejects.toThrow("the rater ended");
    expect(subject.alive()).toBe(false);
    await expect(subject.rate(request)).rejects.toThrow("the rater ended");
  });
});
