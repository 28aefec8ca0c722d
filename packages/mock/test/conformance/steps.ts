import { fixtures } from "./fixtures.ts";
import { operations } from "./operations.ts";
import type { Step } from "./step.ts";
import { stepsOfAccounts } from "./steps-of-accounts.ts";
import { stepsOfTaskRouter } from "./steps-of-taskrouter.ts";
import { stepsOfTraffic } from "./steps-of-traffic.ts";
import { stepsOfUsage } from "./steps-of-usage.ts";

const records = "api_v2010 ListUsageRecord";

/** What an account wrote into its Flex, as a printed response has it. */
const written = fixtures.get("flex_v1 UpdateConfiguration")?.[0]?.body as Readonly<Record<string, unknown>>;

const flex: readonly Step[] = [
  {
    call: "flex_v1 UpdateConfiguration",
    about: "with all that may be written",
    json: { ...written, account_sid: "{AccountSid}" },
  },
  {
    call: "flex_v1 FetchConfiguration",
    holds: { account_sid: "{AccountSid}", taskrouter_workspace_sid: "{workspace}" },
  },
  {
    call: "flex_v1 UpdateConfiguration",
    json: { account_sid: "{AccountSid}", ui_language: "ja-jp" },
    holds: { ui_language: "ja-jp" },
  },
  {
    call: "flex_v1 UpdateConfiguration",
    about: "wrapped as Twilio's client sends it",
    json: { body: { ui_language: "en-us" } },
    holds: { ui_language: "en-us" },
  },
  {
    call: "flex_v1 UpdateConfiguration",
    about: "with a wrong value",
    json: { ui_language: 5 },
    status: 400,
    code: 20001,
  },
];

/** Who is let in, and what is answered where nothing is served. */
const refusals: readonly Step[] = [
  {
    call: records,
    about: "with no credentials",
    as: "nobody",
    status: 401,
    code: 20003,
    holds: { message: "Authenticate" },
  },
  { call: records, about: "with a wrong token", as: "wrong", status: 401, code: 20003 },
  {
    call: records,
    about: "of an account that is not there",
    at: { AccountSid: "AC99999999999999999999999999999999" },
    status: 404,
    code: 20404,
  },
  { call: "taskrouter_v1 ListWorkspace", about: "with no credentials", as: "nobody", status: 401, code: 20003 },
  { call: records, about: "deleted", method: "DELETE", status: 405, code: 20004 },
  { call: "api_v2010 FetchBalance", about: "written to", method: "POST", status: 405, code: 20004 },
  { call: "api_v2010 ListAccount", about: "put", method: "PUT", status: 405, code: 20004 },
  {
    call: "taskrouter_v1 ListEvent",
    about: "written to",
    method: "POST",
    at: { WorkspaceSid: "{workspace}" },
    status: 405,
    code: 20004,
  },
  { call: "flex_v1 FetchConfiguration", about: "deleted", method: "DELETE", status: 405, code: 20004 },
  {
    call: records,
    about: "by a name that Twilio does not have",
    path: "/2010-04-01/Accounts/{AccountSid}/Usage/Records/Weekly.json",
    status: 501,
    code: 20501,
  },
];

const parties = { To: "+15550100001", From: "+15005550006" };
const ofTest = { AccountSid: "{testAccount}" };

/** Keys that may do one thing, and credentials that reach nothing but checks. */
const limited: readonly Step[] = [
  { call: records, about: "by a restricted key", as: "restricted key", query: "Category=sms" },
  { call: "api_v2010 ListCall", about: "by a restricted key", as: "restricted key", status: 403, code: 20003 },
  { call: "taskrouter_v1 ListWorkspace", about: "by a restricted key", as: "restricted key", status: 403, code: 20003 },
  { call: records, about: "with test credentials", as: "test", at: ofTest, status: 403, code: 20008 },
  { call: "taskrouter_v1 ListWorkspace", about: "with test credentials", as: "test", status: 403, code: 20008 },
  { call: "flex_v1 FetchConfiguration", about: "with test credentials", as: "test", status: 403, code: 20008 },
  {
    call: "api_v2010 CreateCall",
    about: "with test credentials",
    as: "test",
    at: ofTest,
    form: { ...parties, Url: "http://127.0.0.1/" },
    learn: { testedCall: "sid" },
    holds: { status: "queued", account_sid: "{testAccount}" },
  },
  {
    call: "api_v2010 CreateCall",
    about: "to a magic number",
    as: "test",
    at: ofTest,
    form: { ...parties, To: "+15005550001", Url: "http://127.0.0.1/" },
    status: 400,
    code: 21217,
  },
  {
    call: "api_v2010 CreateMessage",
    about: "with test credentials",
    as: "test",
    at: ofTest,
    form: { ...parties, Body: "Hello" },
    holds: { status: "queued", price: null },
  },
  {
    call: "api_v2010 CreateMessage",
    about: "to a magic number",
    as: "test",
    at: ofTest,
    form: { ...parties, To: "+15005550009", Body: "Hello" },
    status: 400,
    code: 21614,
  },
  {
    call: "api_v2010 CreateMessage",
    about: "from a number of nobody, with test credentials",
    as: "test",
    at: ofTest,
    form: { ...parties, From: "+15550101000", Body: "Hello" },
    status: 400,
    code: 21606,
  },
  {
    call: "api_v2010 CreateIncomingPhoneNumber",
    about: "a magic one, with test credentials",
    as: "test",
    at: ofTest,
    form: { PhoneNumber: "+15005550000" },
    status: 400,
    code: 21422,
  },
  {
    call: "api_v2010 FetchCall",
    about: "of test credentials, by the account",
    at: { Sid: "{testedCall}" },
    status: 404,
    code: 20404,
  },
];

/** What Twilio has and the mock does not: told, and never made up. */
function unserved(served: readonly Step[]): readonly Step[] {
  const called = new Set(served.filter(({ as }) => as !== "test").map(({ call }) => call));
  return [...operations.values()]
    .filter(({ id }) => !called.has(id))
    .map(({ id, method, host, path }) => {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
      const nobody = Object.fromEntries(names.map((name) => [name, `XX${"0".repeat(32)}`]));
      const at = { ...nobody, AccountSid: "{AccountSid}", WorkspaceSid: "{workspace}" };
      const message = new RegExp(`^flexbill does not serve ${method} ${new URL(host).host}/`);
      return { call: id, about: "which is not served", at, status: 501, code: 20501, holds: { message } };
    });
}

const served: readonly Step[] = [
  ...stepsOfAccounts,
  ...stepsOfUsage,
  ...stepsOfTraffic,
  ...stepsOfTaskRouter,
  ...flex,
  ...refusals,
  ...limited,
];

/** Every request of the suite, in order: later ones use what earlier ones made. */
export const steps: readonly Step[] = [...served, ...unserved(served)];

/** Operations of the first tier that are not served. */
export const missing: readonly string[] = [...operations.values()]
  .filter(({ id, tier }) => tier === 1 && !served.some(({ call }) => call === id))
  .map(({ id }) => id);
