import { issue } from "@flexbill/kernel";
import { expect, test } from "vitest";
import { inTextOrder } from "./text-order.ts";

const at = (line: number, column: number) => issue("schema.value", { at: { line, column } });

test("issues stand by line, then column", () => {
  const given = [at(2, 1), at(1, 9), at(1, 2), at(10, 1)];
  expect(inTextOrder(given)).toEqual([at(1, 2), at(1, 9), at(2, 1), at(10, 1)]);
});

test("where one has no place, all keep theirs", () => {
  const given = [at(2, 1), issue("schema.empty", {}), at(1, 1)];
  expect(inTextOrder(given)).toEqual(given);
});
