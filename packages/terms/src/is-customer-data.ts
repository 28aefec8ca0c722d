import { type Answer, answer } from "./answer.ts";

/** Who or what brings data into being. */
export type DataOrigin = "customer" | "end-user" | "generated-for-customer" | "operational";

/** The origin of the kinds of data that this project handles. */
export const dataKinds: Readonly<Record<string, DataOrigin>> = {
  "call-recording": "generated-for-customer",
  "flex-insights": "generated-for-customer",
  "message-body": "end-user",
  transcript: "generated-for-customer",
  "usage-export": "generated-for-customer",
  "worker-attributes": "customer",
};

/**
 * Whether data is Customer Data (T-05). The clause does not speak of Twilio's own operational data.
 *
 * @example
 * ```ts
 * isCustomerData("generated-for-customer").verdict; // "yes"
 * ```
 */
export function isCustomerData(origin: DataOrigin): Answer {
  switch (origin) {
    case "customer":
    case "end-user":
      return answer("T-05", "yes", "customer-provides");
    case "generated-for-customer":
      return answer("T-05", "yes", "generated-for-customer");
    case "operational":
      return answer("T-05", "unknown", "telemetry-not-addressed");
  }
}
