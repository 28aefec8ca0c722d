import { expect, test } from "vitest";
import {
  assumptionInfo,
  assumptionKeys,
  assumptionsSchema,
  assumptionTable,
  defaultAssumptions,
} from "./assumptions.ts";

test("the table and the schema name the same switches", () => {
  const accepted = Object.fromEntries(assumptionTable.map((info) => [info.key, info.default ?? "UTC"]));
  expect(assumptionsSchema.safeParse(accepted)).toMatchObject({ success: true, data: accepted });
  expect(Object.keys(assumptionsSchema.def.shape)).toEqual([...assumptionKeys]);
});

test("a switch takes exactly the values of the table", () => {
  for (const { key, values } of assumptionTable) {
    if (values === null) continue;
    for (const value of values) expect(assumptionsSchema.safeParse({ [key]: value }).success, key).toBe(true);
    for (const value of ["other", 1, null, "true"]) {
      expect(assumptionsSchema.safeParse({ [key]: value }).success, `${key}: ${value}`).toBe(false);
    }
  }
});

test("a default is one of the values, and each switch says why in both languages and by which clause", () => {
  for (const info of assumptionTable) {
    if (info.values !== null) expect(info.values).toContain(info.default);
    expect(info.clause).toMatch(/^T-\d\d$/);
    expect(info.reason.en.length * info.reason.ja.length).toBeGreaterThan(0);
    expect(assumptionInfo(info.key)).toBe(info);
  }
});

test("the default time zone is the contract's", () => {
  expect(defaultAssumptions("Asia/Tokyo")["billing.timeZone"]).toBe("Asia/Tokyo");
});
