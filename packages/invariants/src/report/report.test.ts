import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { law } from "../law.ts";
import type { RatingRequest } from "../request.ts";
import { runLaw } from "../run/run-law.ts";
import type { Answer, Subject } from "../subject.ts";
import { counterexampleOf, tokenOf } from "./counterexample.ts";
import { renderGithub, renderJson, renderJunit } from "./machine.ts";
import { renderFailure, renderRun, renderSummary } from "./text.ts";

const account = "AC00000000000000000000000000000001";
const months: fc.Arbitrary<RatingRequest> = fc.record({
  contract: fc.constant({ account, currency: "USD", plan: [{ model: "named-user" as const, price: "150" }] }),
  events: fc.array(
    fc.nat({ max: 9 }).map((n) => ({
      specversion: "1.0" as const,
      id: `e${n}`,
      source: "/test",
      type: "dev.flexbill.sign-in" as const,
      subject: account,
      data: { user: `WK0000000000000000000000000000000${n}`, at: "2025-05-02T08:00:00Z" },
    })),
    { maxLength: 5 },
  ),
  month: fc.constant("2025-05"),
});
const everySignInCounts = law<RatingRequest>({
  id: "toy.sign-ins",
  suite: "toy",
  sentence: { en: "Every sign-in counts & is <told>", ja: "サインインはすべて数える" },
  clauses: ["T-09"],
  given: months,
  requests: (month) => [month],
  holds: ({ events }, [answer]) => {
    const [expected, actual] = [`${events.length}`, answer?.charges?.[0]?.quantity ?? "0"];
    return expected === actual ? [] : [{ line: "license/p/USD", expected, actual, difference: "-1" }];
  },
});
const always = (quantity: string): Subject => ({
  name: "always",
  rate: (): Answer => ({
    charges: [{ kind: "license", product: "p", rate: "", currency: "USD", quantity, amount: { low: "0", high: "0" } }],
    totals: {},
    issues: [],
  }),
});

async function broken() {
  const run = await runLaw(everySignInCounts, always("0"), { runs: 50, seed: 3 });
  const failure = counterexampleOf(everySignInCounts, run, 3);
  if (failure === undefined) throw new Error("the law should be broken");
  return { law: everySignInCounts, run, failure };
}

describe("the report of a failure", () => {
  test("tells sentence, clause, the month, what differs and how to replay it", async () => {
    const { law: toy, failure } = await broken();
    const text = renderFailure(toy, failure, `flexbill verify --replay ${failure.token}`, "en");
    expect(text).toContain("✗ toy.sign-ins  T-09\n  Every sign-in counts");
    expect(text).toMatch(/e\d {2}sign-in {2}user=WK…000\d at=2025-05-02T08:00:00Z/);
    expect(text).toMatch(/line +expected +actual +difference\n +license\/p\/USD +1 +0 +-1/);
    expect(text).toMatch(/original \d events, shrunk to 1/);
    expect(text).toContain(`flexbill verify --replay ${failure.token}`);
    expect(renderFailure(toy, failure, "x", "ja")).toContain("サインインはすべて数える");
  });

  test("names the same case alike, and another case otherwise", async () => {
    const { failure } = await broken();
    expect(tokenOf("toy.sign-ins", failure.given)).toBe(failure.token);
    expect(tokenOf("toy.sign-ins", { ...(failure.given as object), month: "2025-06" })).not.toBe(failure.token);
  });

  test.each([
    ["numbers that JSON does not know", { exact: 1n, when: new Date(0) }],
    [
      "what goes round in circles",
      (() => {
        const invoice: { self?: unknown } = {};
        invoice.self = invoice;
        return invoice;
      })(),
    ],
  ])("can be kept though the answer holds %s", async (_name, more) => {
    const odd: Subject = {
      name: "odd",
      rate: (request) => ({ ...always("0").rate(request), more }) as unknown as Answer,
    };
    const failure = counterexampleOf(everySignInCounts, await runLaw(everySignInCounts, odd, { runs: 50, seed: 3 }), 3);
    expect(JSON.parse(JSON.stringify(failure)).answers[0].charges[0]).toMatchObject({ quantity: "0" });
  });

  test("survives being kept: the case is JSON", async () => {
    const { failure } = await broken();
    expect(JSON.parse(JSON.stringify(failure))).toEqual(failure);
  });
});

describe("reports for machines", () => {
  test("JUnit escapes what XML would read as its own", async () => {
    const xml = renderJunit([await broken()]);
    expect(xml).toContain('<testsuite name="toy" tests="1" failures="1" skipped="0">');
    expect(xml).toContain("Every sign-in counts &amp; is &lt;told&gt;");
  });

  test("GitHub gets one annotation on one line a failure", async () => {
    const text = renderGithub([await broken()]);
    expect(text).toMatch(/^::error title=toy\.sign-ins::Every sign-in counts & is <told>%0A[^\n]+\n$/);
  });

  test("JSON carries the case, the classes and the count of each outcome", async () => {
    const document = JSON.parse(renderJson([await broken()], { version: "0", seed: 3, runs: 50, adapter: null }));
    expect(document).toMatchObject({ schema: "flexbill.verify/1", seed: 3, summary: { failed: 1, passed: 0 } });
    expect(document.laws[0].failure.requests[0].events).toHaveLength(1);
  });
});

test("a skipped law is never told as one that holds", async () => {
  const run = await runLaw(
    { ...everySignInCounts, needs: ["license"] },
    { ...always("0"), models: [] },
    { runs: 9, seed: 1 },
  );
  expect(renderRun(everySignInCounts, run, "en")).toMatch(/^- .*\(skipped, the rater does not model license\)$/);
  expect(renderSummary([run], "en")).toBe("0 laws hold, 0 broken, 1 skipped");
});
