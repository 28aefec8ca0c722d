import { answerRequest } from "@flexbill/charges";
import type { Opened } from "@flexbill/invariants";

/** flexbill's own rater, in this process. */
export const ownRater: Opened = { name: "flexbill", rate: (request) => answerRequest(request) };
