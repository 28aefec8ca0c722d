import { defaultAuthToken } from "@flexbill/mock";

/** The lines that point a real `twilio` client at the mock: one option in code. */
export function clientLines(account: string, url: string): string {
  return `import twilio from "twilio";

class Local extends twilio.RequestClient {
  request(options) {
    const { host, pathname, search } = new URL(options.uri);
    const headers = { ...options.headers, "X-Forwarded-Host": host };
    return super.request({ ...options, uri: "${url}" + pathname + search, headers });
  }
}
const client = twilio("${account}", "${defaultAuthToken}", { httpClient: new Local() });
for (const record of await client.usage.records.lastMonth.list())
  console.log(record.category, record.usage, record.usageUnit, record.price);
`;
}

/** The same question without a client. */
export const curlLine = (account: string, url: string): string =>
  `curl -u ${account}:${defaultAuthToken} ${url}/2010-04-01/Accounts/${account}/Usage/Records/LastMonth.json`;
