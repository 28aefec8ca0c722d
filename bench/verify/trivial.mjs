// A rater that costs next to nothing: what is measured is the way there and back.
import { createInterface } from "node:readline";

for await (const line of createInterface({ input: process.stdin })) {
  const { id, capabilities } = JSON.parse(line);
  const answer = capabilities ? { hello: 1 } : { id, charges: [], totals: {}, issues: [] };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
