import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { rules } from "./rules.ts";
import { readWorkspace, type Violation } from "./workspace.ts";

const workspace = readWorkspace(fileURLToPath(new URL("../..", import.meta.url)));
const told = ({ file, line, message }: Violation) => `${file}${line === undefined ? "" : `:${line}`} ${message}`;

test("the workspace that is checked has rooms with sources", () => {
  expect(workspace.rooms.map(({ name }) => name)).toContain("kernel");
  expect(workspace.rooms.flatMap(({ files }) => files).length).toBeGreaterThan(50);
});

for (const { sentence, check } of rules)
  test(sentence, () => {
    expect(check(workspace).map(told)).toEqual([]);
  });
