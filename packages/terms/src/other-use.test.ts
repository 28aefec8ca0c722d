import { describe, expect, test } from "vitest";
import { separateProject, suspensionRisk } from "./other-use.ts";
import { contractOf } from "./testing/contract.ts";

const facts = (given: object) => contractOf({ facts: given });

describe("T-46: use that belongs in a separate project", () => {
  test.each(["marketing", "otp", "other"])("%s in usage does", (useCase) => {
    expect(separateProject(facts({}), { useCases: ["contact-center", useCase] }).verdict).toBe("yes");
    expect(separateProject(facts({ otherUseInProject: false }), { useCases: [useCase] }).verdict).toBe("yes");
  });

  test("contact-centre usage alone settles nothing, the facts do", () => {
    expect(separateProject(facts({}), { useCases: ["contact-center"] }).verdict).toBe("unknown");
    expect(separateProject(facts({ otherUseInProject: false })).verdict).toBe("no");
    expect(separateProject(facts({ otherUseInProject: true })).verdict).toBe("yes");
  });
});

describe("T-48: the risk of suspension", () => {
  test("a known breach and use that section 4 does not allow bring it", () => {
    expect(suspensionRisk(facts({ section4Breached: true })).verdict).toBe("yes");
    expect(suspensionRisk(facts({ section4Breached: false }), { useCases: ["otp"] }).verdict).toBe("yes");
    expect(suspensionRisk(facts({ otherUseInProject: true })).verdict).toBe("yes");
  });

  test("no breach is no risk, and nothing known is unknown", () => {
    expect(suspensionRisk(facts({ section4Breached: false })).verdict).toBe("no");
    expect(suspensionRisk(facts({})).verdict).toBe("unknown");
    expect(suspensionRisk(facts({ otherUseInProject: false })).verdict).toBe("unknown");
  });
});
