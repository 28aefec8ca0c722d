import { expect, test } from "vitest";
import { targetOf } from "./logical-host.ts";

const target = (url: string, headers: Record<string, string> = {}) => {
  const { product, path } = targetOf(new Request(url, { headers }));
  return [product, path];
};

test("a forwarded host decides before the path, the path before the host", () => {
  const url = "http://127.0.0.1:4010/v1/Workspaces?PageSize=1";
  expect(target(url, { "X-Forwarded-Host": "taskrouter.twilio.com" })).toEqual(["taskrouter", "/v1/Workspaces"]);
  expect(target("http://127.0.0.1:4010/taskrouter/v1/Workspaces?a=/b")).toEqual(["taskrouter", "/v1/Workspaces"]);
  expect(target("https://flex-api.twilio.com/v1/Configuration")).toEqual(["flex-api", "/v1/Configuration"]);
});

test("region and edge do not matter, and a host that is not Twilio's means the core API", () => {
  const url = "http://localhost/2010-04-01/Accounts.json";
  expect(target(url, { "X-Forwarded-Host": "api.dublin.ie1.twilio.com:443" })[0]).toBe("api");
  expect(target(url, { "X-Forwarded-Host": "taskrouter.ie1.twilio.com" })[0]).toBe("taskrouter");
  expect(target(url)[0]).toBe("api");
  expect(target(url, { "X-Forwarded-Host": "api.twilio.com.example.org" })[0]).toBe("api");
});

test("our own prefix is never taken for a product's path", () => {
  const headers = { "X-Forwarded-Host": "taskrouter.twilio.com" };
  expect(target("http://localhost/_flexbill/api/v1/clock", headers)).toEqual(["_flexbill", "/_flexbill/api/v1/clock"]);
});
