import { connect } from "node:net";
import { expect, test } from "vitest";
import { serve } from "./serve.ts";

test("a client that sends its headers too slowly is told so in the envelope, and cut off", async () => {
  const mock = { fetch: () => new Response("{}") };
  const served = await serve({ mock, port: 0, headersWithin: 200 });
  const socket = connect(served.port, "127.0.0.1");
  let answer = "";
  socket.on("data", (bytes) => {
    answer += String(bytes);
  });
  socket.write("GET /2010-04-01/Accounts.json HTTP/1.1\r\nHost: api.twilio.com\r\n");
  const drip = setInterval(() => socket.writable && socket.write("X-Slow: yes\r\n"), 50);
  await new Promise((resolve) => socket.once("close", resolve));
  clearInterval(drip);
  await served.close();
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(JSON.parse(answer.slice(answer.indexOf("\r\n\r\n")))).toMatchObject({ status: 408 });
});
