import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { answerOddly } from "./behaviours.ts";

/** A rater at a loopback address, odd in one way; one that dies answers nobody any more. */
export async function oddServer(way: string): Promise<{ readonly address: string; readonly close: () => void }> {
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  const server = createServer(async (request, response) => {
    try {
      const asked = (await json(request)) as never;
      const answer = "capabilities" in asked ? { hello: 1 } : await answerOddly(way, asked, close);
      response.end(typeof answer === "string" ? answer : JSON.stringify(answer));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/rate`, close };
}
