interface Request {
  readonly events: readonly unknown[];
}

/** A right answer, for these tests: each event is a line that costs one. */
function invoiceOf({ events }: Request) {
  const line = { kind: "usage", product: "widgets", rate: "", currency: "USD", quantity: "1" };
  const charges = events.map(() => ({ ...line, amount: { low: "1", high: "1" } }));
  return { charges, totals: {}, issues: [] };
}
type Invoice = ReturnType<typeof invoiceOf>;

/** What becomes of it in a rater that is odd in one way. */
const changes: Readonly<Record<string, (invoice: Invoice) => unknown>> = {
  garbage: () => "garbage",
  "wrong currency": ({ charges, ...rest }) => ({
    ...rest,
    charges: charges.map((line) => ({ ...line, currency: "XTS" })),
  }),
  "extra lines": ({ charges, ...rest }) => ({ ...rest, charges: charges.flatMap((line) => [line, line]) }),
  "missing lines": ({ charges, ...rest }) => ({ ...rest, charges: charges.slice(1) }),
  "numbers instead of strings": ({ charges, ...rest }) => ({
    ...rest,
    charges: charges.map((line) => ({ ...line, amount: { low: 1, high: 2 } })),
  }),
};

let asked = 0;

/** What a rater does that is odd in one way; it throws, never answers or ends the process where that is its way. */
export function answerOddly(way: string, request: Request, end: () => void): unknown {
  asked += 1;
  if (way === "throws") throw new Error("no such plan");
  if (way === "hangs") return new Promise(() => undefined);
  if (way === "dies in the middle" && asked > 3) return end();
  const invoice = invoiceOf(request);
  return changes[way]?.(invoice) ?? invoice;
}
