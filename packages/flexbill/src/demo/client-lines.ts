import { defaultAuthToken } from "@flexbill/mock";

/** The lines that point a real `twilio` client at the mock: one option in code. */
export function clientLines(account: string, url: string, authToken = defaultAuthToken): string {
  return `import twilio from "twilio";

class Local extends twilio.RequestClient {
  request(options) {
    const { host, pathname, search } = new URL(options.uri);
    const headers = { ...options.headers, "X-Forwarded-Host": host };
    const uri = "${url}" + pathname + search;
    return super.request({ ...options, uri, headers });
  }
}
const [account, token] = ["${account}", "${authToken}"];
const client = twilio(account, token, { httpClient: new Local() });
for (const { category, usage, usageUnit, price } of await client.usage.records.lastMonth.list())
  if (price > 0) console.log(category, usage, usageUnit, price);
`;
}

/** The same question without a client. */
export const curlLine = (account: string, url: string, authToken = defaultAuthToken): string =>
  `curl -u ${account}:${authToken} \\
  ${url}/2010-04-01/Accounts/${account}/Usage/Records/LastMonth.json`;
