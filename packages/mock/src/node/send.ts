import type { Send } from "../world/deliveries.ts";

const patienceMilliseconds = 15_000;

/** Sends callbacks over the network; nobody's answer within fifteen seconds is none. Redirects are not followed. */
export const sendOverNetwork: Send = async ({ url, method, headers, body }) => {
  try {
    const signal = AbortSignal.timeout(patienceMilliseconds);
    const response = await fetch(url, { method, headers, body, signal, redirect: "manual" });
    await response.body?.cancel();
    return response.status;
  } catch {
    return null;
  }
};
