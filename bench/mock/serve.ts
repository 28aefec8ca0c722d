/** Serves an empty world for others to measure; tells where it listens, and its account and token, as one line of JSON. */
import { startMock } from "@flexbill/mock/node";

const { url, account, authToken } = await startMock({ at: "2026-01-31T12:00:00Z" });
console.log(JSON.stringify({ url, account, authToken }));
