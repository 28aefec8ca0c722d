import { createInterface } from "node:readline";
import { answerOddly } from "./behaviours.ts";

const way = process.env["ODD"] ?? "";

const say = (answer: object | string) =>
  process.stdout.write(`${typeof answer === "string" ? answer : JSON.stringify(answer)}\n`);

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  if ("capabilities" in request) {
    say({ hello: 1 });
    continue;
  }
  const answer = await answerOddly(way, request, () => process.exit(3));
  say(typeof answer === "string" ? answer : { ...(answer as object), id: request.id });
}
