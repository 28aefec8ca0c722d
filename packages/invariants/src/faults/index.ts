import { allowanceFaults } from "./allowances.ts";
import { explanationFaults } from "./explanations.ts";
import { identityFaults } from "./identity.ts";
import { moneyFaults } from "./money.ts";
import { peopleFaults } from "./people.ts";
import type { Fault } from "./planting.ts";
import { thirdPartyFaults } from "./third-parties.ts";
import { timeFaults } from "./time.ts";

export { correct, type Fault, plant } from "./planting.ts";

/** Every planted fault: raters with one thing wrong. */
export const faults: readonly Fault[] = [
  ...identityFaults,
  ...thirdPartyFaults,
  ...allowanceFaults,
  ...timeFaults,
  ...peopleFaults,
  ...moneyFaults,
  ...explanationFaults,
];

/** Public faults that lie outside what a rating request can say, each with the reason. */
export const outsideTheModel: Readonly<Record<string, string>> = {
  "KF-03": "No price of a rating request is per package: there is no count of packages to get wrong",
  "KF-30": "A request names products exactly; leaves of categories are chosen where usage records are read",
  "KF-40": "A message comes with its segments counted; its text is no part of a rating request",
};
