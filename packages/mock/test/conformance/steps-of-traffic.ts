import type { Step } from "./step.ts";

const parties = { To: "+15550100001", From: "+15550100000" };

/** Calls and messages. */
export const stepsOfTraffic: readonly Step[] = [
  { call: "api_v2010 ListCall", walk: 2 },
  {
    call: "api_v2010 ListCall",
    about: "of some days",
    query: "StartTime>=2026-01-05&StartTime<=2026-01-31&Status=completed",
    walk: 1,
    holds: { "calls.0.price": "-0.01700", "calls.0.duration": "61" },
  },
  {
    call: "api_v2010 ListCall",
    about: "that ended in a day",
    query: "EndTime=2026-01-05",
    learn: { oldCall: "calls.0.sid" },
    holds: { "calls.1": undefined },
  },
  { call: "api_v2010 ListCall", about: "from a time that is none", query: "StartTime>=soon", status: 400, code: 20001 },
  {
    call: "api_v2010 CreateCall",
    form: { ...parties, Url: "http://127.0.0.1/" },
    learn: { call: "sid" },
    holds: { status: "in-progress", price: null, end_time: null, price_unit: "USD" },
  },
  { call: "api_v2010 FetchCall", at: { Sid: "{call}" }, holds: { direction: "outbound-api" } },
  {
    call: "api_v2010 UpdateCall",
    after: 25,
    at: { Sid: "{call}" },
    form: { Status: "completed" },
    holds: { status: "completed", duration: "25" },
  },
  { call: "api_v2010 DeleteCall", at: { Sid: "{oldCall}" } },
  { call: "api_v2010 FetchCall", about: "deleted", at: { Sid: "{oldCall}" }, status: 404, code: 20404 },
  {
    call: "api_v2010 CreateCall",
    about: "to nobody",
    form: { From: parties.From, Url: "http://127.0.0.1/" },
    status: 400,
    code: 21201,
  },
  {
    call: "api_v2010 CreateCall",
    about: "to no number",
    form: { To: "nobody", From: parties.From, Url: "http://127.0.0.1/" },
    status: 400,
    code: 21211,
  },
  { call: "api_v2010 CreateCall", about: "without instructions", form: parties, status: 400, code: 21205 },
  { call: "api_v2010 ListMessage", walk: 3 },
  {
    call: "api_v2010 ListMessage",
    about: "of a day",
    query: "DateSent=2026-01-05",
    learn: { oldMessage: "messages.0.sid" },
  },
  { call: "api_v2010 ListMessage", about: "of some days", query: "DateSent>=2026-01-05&DateSent<=2026-02-01", walk: 2 },
  {
    call: "api_v2010 CreateMessage",
    form: { ...parties, Body: "x".repeat(161) },
    learn: { message: "sid" },
    holds: { num_segments: "2", num_media: "0" },
  },
  {
    call: "api_v2010 FetchMessage",
    after: 60,
    at: { Sid: "{message}" },
    holds: { status: "delivered", price: /^-0\.\d{5}$/ },
  },
  { call: "api_v2010 UpdateMessage", at: { Sid: "{message}" }, form: { Body: "" }, holds: { body: "" } },
  { call: "api_v2010 DeleteMessage", at: { Sid: "{oldMessage}" } },
  { call: "api_v2010 FetchMessage", about: "deleted", at: { Sid: "{oldMessage}" }, status: 404, code: 20404 },
  {
    call: "api_v2010 CreateMessage",
    about: "to nobody",
    form: { From: parties.From, Body: "x" },
    status: 400,
    code: 21201,
  },
  {
    call: "api_v2010 CreateMessage",
    about: "to no number",
    form: { To: "nobody", From: parties.From, Body: "x" },
    status: 400,
    code: 21211,
  },
  {
    call: "api_v2010 CreateMessage",
    about: "from nobody",
    form: { To: parties.To, Body: "x" },
    status: 400,
    code: 21603,
  },
  { call: "api_v2010 CreateMessage", about: "that says nothing", form: parties, status: 400, code: 21602 },
];
