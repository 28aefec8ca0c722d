const twilio = require("twilio");
const { spentYesterday } = require("./spend.js");

/** Jest loads CommonJS, so the three lines of `redirected` of `@flexbill/mock` stand here. */
class LocalClient extends twilio.RequestClient {
  request(options) {
    const { host, pathname, search } = new URL(options.uri);
    const headers = { ...options.headers, "X-Forwarded-Host": host };
    return super.request({ ...options, uri: mock.url + pathname + search, headers });
  }
}

const client = twilio(mock.account, mock.authToken, { httpClient: new LocalClient() });
beforeEach(() => mock.control.reset());

test("a message is paid for on the day after", async () => {
  await client.messages.create({ to: "+15550100001", from: "+15550100000", body: "Hello" });
  expect(await spentYesterday(client)).toBe("0");
  await mock.control.setClock("2026-01-11T08:00:00Z");
  expect(Number(await spentYesterday(client))).toBeGreaterThan(0);
});

test("the next test knows nothing of it", async () => {
  await mock.control.setClock("2026-01-11T08:00:00Z");
  expect(await spentYesterday(client)).toBe("0");
});
