import { createAnswerer } from "@flexbill/charges";
import type { Opened } from "@flexbill/invariants";

/** flexbill's own rater, in this process. Laws ask about one contract and one price list many times. */
export const ownRater: Opened = { name: "flexbill", rate: createAnswerer() };
