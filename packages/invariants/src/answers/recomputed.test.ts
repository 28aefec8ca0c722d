import { describe, expect, test } from "vitest";
import { fraction } from "../plain-rater/fraction.ts";
import { recomputed } from "./recomputed.ts";

const input = (name: string, value: string) => ({ name, op: "input", value });

describe("the steps of a line", () => {
  test("come to its ends, thirds of an hour included", () => {
    const steps = [
      input("hours", "1/3"),
      input("price", "1.50"),
      { name: "amount", op: "multiply", of: ["hours", "price"], value: "0.5" },
      { name: "low", op: "round", of: ["amount"], value: "0.5", places: 2, mode: "half-up" },
    ];
    expect(recomputed("usage/p", steps)).toEqual({ ends: { low: fraction(1n, 2n), high: null }, findings: [] });
  });

  test.each([
    ["does not follow", { name: "sum", op: "add", of: ["one", "two"], value: "4" }],
    ["names a step that is not there", { name: "sum", op: "add", of: ["one", "three"], value: "3" }],
    ["does what nobody knows", { name: "sum", op: "average", of: ["one", "two"], value: "1.5" }],
    ["divides by nothing", { name: "sum", op: "divide", of: ["one", "none"], value: "0" }],
  ])("are told apart where one %s", (_what, step) => {
    const { findings } = recomputed("usage/p", [input("one", "1"), input("two", "2"), input("none", "0"), step]);
    expect(findings).toMatchObject([{ line: "usage/p, step sum" }]);
  });
});
