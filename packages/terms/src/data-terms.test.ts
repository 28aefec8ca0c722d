import { describe, expect, test } from "vitest";
import { applicableTerms } from "./applicable-terms.ts";
import { aupFlowDown } from "./aup-flow-down.ts";
import { dataKinds, isCustomerData } from "./is-customer-data.ts";
import { namedPurposes, permittedPurpose } from "./permitted-purpose.ts";
import { removalNotices } from "./removal-notice.ts";
import { starterCodeLicence } from "./starter-code-licence.ts";
import { updatedDpaApplies } from "./updated-dpa-applies.ts";

describe("T-04: the updated data-protection addendum", () => {
  test.each([
    [false, undefined, "yes"],
    [false, false, "yes"],
    [true, true, "yes"],
    [undefined, true, "yes"],
    [true, false, "no"],
    [true, undefined, "unknown"],
    [undefined, false, "unknown"],
    [undefined, undefined, "unknown"],
  ])("negotiated %s, changeable by notice %s: %s", (negotiatedDpa, dpaChangesByNotice, verdict) => {
    const facts = {
      ...(negotiatedDpa !== undefined && { negotiatedDpa }),
      ...(dpaChangesByNotice !== undefined && { dpaChangesByNotice }),
    };
    expect(updatedDpaApplies(facts).verdict).toBe(verdict);
  });
});

describe("T-05: Customer Data", () => {
  test.each([
    ["customer", "yes"],
    ["end-user", "yes"],
    ["generated-for-customer", "yes"],
    ["operational", "unknown"],
  ] as const)("%s data: %s", (origin, verdict) => {
    expect(isCustomerData(origin)).toMatchObject({ clause: "T-05", verdict });
  });

  test("every kind of data that this project handles is Customer Data", () => {
    for (const origin of Object.values(dataKinds)) expect(isCustomerData(origin).verdict).toBe("yes");
  });
});

describe("T-06: purposes", () => {
  test.each(namedPurposes)("%s is named", (purpose) => {
    expect(permittedPurpose(purpose).verdict).toBe("yes");
  });

  test("what the clause does not name is unknown, not forbidden", () => {
    expect(permittedPurpose("advertising").verdict).toBe("unknown");
  });
});

describe("T-55: service- and country-specific terms", () => {
  test("they bind as far as something is used, and what is not told is unknown", () => {
    expect(applicableTerms({ servicesUsed: ["flex"], thirdPartiesUsed: [] })).toEqual({
      terms: [{ clause: "T-55", scope: "service", name: "flex" }],
      unknown: ["country"],
    });
    expect(applicableTerms({}).unknown).toEqual(["service", "country", "third-party"]);
    expect(applicableTerms({ countriesUsed: ["JP"], thirdPartiesUsed: ["WhatsApp"] }).terms).toEqual([
      { clause: "T-55", scope: "country", name: "JP" },
      { clause: "T-55", scope: "third-party", name: "WhatsApp" },
    ]);
  });
});

describe("T-53: passing on the acceptable-use policy", () => {
  test.each([
    ["told", { acceptableUsePassedOn: true }, "yes"],
    ["told to be missing", { acceptableUsePassedOn: false }, "no"],
    ["not told", {}, "unknown"],
  ])("%s", (_, facts, verdict) => {
    expect(aupFlowDown(facts).verdict).toBe(verdict);
  });
});

describe("T-50: starter code", () => {
  test("a component is licensed under its open-source licence, one without is not spoken of", () => {
    const found = starterCodeLicence({ starterCode: { template: "MIT", widget: null } });
    expect(found?.map(({ component, licence, verdict }) => [component, licence, verdict])).toEqual([
      ["template", "MIT", "yes"],
      ["widget", null, "no"],
    ]);
    expect(starterCodeLicence({})).toBeUndefined();
  });
});

describe("T-52: written notice", () => {
  test("a removal needs one, an addition and an unchanged list do not", () => {
    expect(removalNotices(["proxy", "studio"], ["studio", "video"]).map(({ product }) => product)).toEqual(["proxy"]);
    expect(removalNotices(["studio"], ["studio"])).toEqual([]);
  });
});
