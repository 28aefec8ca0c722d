import { expect, test } from "vitest";
import { called } from "./called.ts";

test.each([
  [{ npm_command: "exec", npm_lifecycle_event: "npx" }, "npx flexbill"],
  [{ npm_command: "exec" }, "npx flexbill"],
  [{ npm_command: "run-script", npm_lifecycle_event: "flexbill" }, "npm run -s flexbill --"],
  [{ npm_command: "run-script", npm_lifecycle_event: "test" }, "flexbill"],
  [{}, "flexbill"],
])("called with %j, a line to copy begins with %s", (env, line) => {
  expect(called({ env })).toBe(line);
});
