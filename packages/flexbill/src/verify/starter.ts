/** A rater to begin with, in the language that is asked for: it answers, and the first law says what it lacks. */
export const starters = {
  js: {
    file: "rater.mjs",
    text: `// Answers a rating request with an invoice. Call your own rater here: the request carries the contract, the
// price book, the month and the events; the answer carries charges, totals and issues, all amounts as texts. A charge is
// { kind: "usage", product: "widgets", rate: "", currency: "USD", quantity: "1", amount: { low: "0.50", high: "0.50" } },
// and its part of the totals { USD: { low: "0.50", high: "0.50" } }. All of it: docs/verify.md of flexbill.
export function rate(request) {
  const charges = [];
  return { charges, totals: {}, issues: [] };
}

// Name what your rater models, and the laws that need more are skipped, and counted as skipped:
// export const models = ["usage"];
`,
  },
  python: {
    file: "rater.py",
    text: `#!/usr/bin/env python3
"""Answers rating requests, one JSON a line, with invoices. Call your own rater in rate().

A charge is {"kind": "usage", "product": "widgets", "rate": "", "currency": "USD", "quantity": "1",
"amount": {"low": "0.50", "high": "0.50"}}, and its part of the totals {"USD": {"low": "0.50", "high": "0.50"}}.
All of it: docs/verify.md of flexbill.
"""
import json
import sys


def rate(request):
    charges = []
    return {"charges": charges, "totals": {}, "issues": []}


for line in sys.stdin:
    request = json.loads(line)
    if "capabilities" in request:
        # Name what your rater models: {"hello": 1, "models": ["usage"]}
        answer = {"hello": 1}
    else:
        answer = {**rate(request), "id": request["id"]}
    print(json.dumps(answer), flush=True)
`,
  },
} as const;

/** A language that a starter is written in. */
export type StarterLanguage = keyof typeof starters;

/** How the command line names the adapter of a starter, as a shell takes it. */
export function adapterOf(language: StarterLanguage): string {
  return language === "python" ? `'cmd:python3 ${starters.python.file}'` : `./${starters.js.file}`;
}
