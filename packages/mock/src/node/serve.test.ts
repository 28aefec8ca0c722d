import { Agent, get } from "node:http";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { serve } from "./serve.ts";

const mock = { fetch: () => new Response("ok", { headers: { "Content-Length": "2" } }) };

test("a taken port is left alone, the next free one is used, and the caller is told", async () => {
  const first = await serve({ mock, port: 0 });
  const second = await serve({ mock, port: first.port });
  expect(first.moved).toBe(false);
  expect(second.moved).toBe(true);
  expect(second.port).toBeGreaterThan(first.port);
  expect(await (await fetch(second.url)).text()).toBe("ok");
  await Promise.all([first.close(), second.close()]);
});

test("closing ends connections that a client keeps open, within two seconds, and frees the port", async () => {
  const served = await serve({ mock, port: 0 });
  const agent = new Agent({ keepAlive: true });
  await new Promise((resolve) => get(served.url, { agent }, (response) => response.resume().once("end", resolve)));
  const begin = performance.now();
  await served.close();
  expect(performance.now() - begin).toBeLessThan(2_000);
  const again = createServer();
  await new Promise<void>((resolve) => again.listen(served.port, "127.0.0.1", resolve));
  await new Promise((resolve) => again.close(resolve));
  agent.destroy();
});

test("an address that is not loopback is refused", async () => {
  await expect(serve({ mock, host: "0.0.0.0", port: 0 })).rejects.toThrow('loopback addresses only, found "0.0.0.0"');
});
