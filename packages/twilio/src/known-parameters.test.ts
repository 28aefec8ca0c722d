import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import data from "../data/parameters.json" with { type: "json" };
import { knownMethods, unknownParameters } from "./known-parameters.ts";

const records = "/2010-04-01/Accounts/AC00000000000000000000000000000001/Usage/Records.json";

test("a name in the wrong case, or of another operation, is unknown", () => {
  const names = ["Category", "category", "PageToken", "FriendlyName"];
  expect(unknownParameters("api", "GET", records, names)).toEqual(["category", "FriendlyName"]);
  expect(unknownParameters("api", "GET", records.replace("Records", "Nothing"), names)).toEqual([]);
  expect(unknownParameters("taskrouter", "GET", "/v1/Workspaces", ["Available"])).toEqual(["Available"]);
});

test("a path knows its methods, and one that Twilio does not have knows none", () => {
  expect(knownMethods("api", records)).toEqual(["GET"]);
  expect(knownMethods("taskrouter", `/v1/Workspaces/WS${"1".repeat(32)}`)).toEqual(["DELETE", "GET", "POST"]);
  expect(knownMethods("api", "/2010-04-01/Nothing.json")).toEqual([]);
});

test("the table says what Twilio's description says", () => {
  for (const [product, file] of [
    ["api", "api_v2010"],
    ["taskrouter", "taskrouter_v1"],
  ] as const) {
    const text = readFileSync(new URL(`../../../fixtures/openapi/${file}.json`, import.meta.url), "utf8");
    const { operations } = JSON.parse(text) as {
      operations: {
        method: string;
        path: string;
        parameters: { name: string; in: string }[];
        requestBody?: { schema: { properties?: object } };
      }[];
    };
    for (const { method, path, names } of data.operations[product]) {
      const operation = operations.find((each) => each.method === method && each.path === path);
      const query = operation?.parameters.filter((each) => each.in === "query").map(({ name }) => name) ?? [];
      const form = Object.keys(operation?.requestBody?.schema.properties ?? {});
      expect([path, new Set(names)]).toEqual([path, new Set([...query, ...form])]);
    }
  }
});
