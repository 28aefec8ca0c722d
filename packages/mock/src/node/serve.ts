import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type ErrorName, errorEnvelope } from "@flexbill/twilio";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Mock } from "../create-mock.ts";
import { isCutShort } from "../faults/answers.ts";
import { problem } from "../http/respond.ts";
import { isTrusted } from "../http/trusted-origin.ts";

/** Where to listen. */
export interface ServeOptions {
  readonly mock: Pick<Mock, "fetch">;
  /** A loopback address; 127.0.0.1 by default. */
  readonly host?: string;
  /** 0 = any free port. */
  readonly port: number;
  /** How many ports after the first to try where it is taken; 20 by default. */
  readonly tries?: number;
  /** How long a client may take to send its headers, in milliseconds; 10,000 by default. */
  readonly headersWithin?: number;
}

/** A mock that listens. */
export interface Served {
  readonly host: string;
  readonly port: number;
  readonly url: string;
  /** True where the port asked for was taken and a later one was used. */
  readonly moved: boolean;
  /** Stops listening and ends every connection, waiting connections too; done within two seconds. */
  close(): Promise<void>;
}

const headersMilliseconds = 10_000;
const checkingMilliseconds = 1_000;
const requestMilliseconds = 30_000;
const graceMilliseconds = 1_000;
const loopback: ReadonlySet<string> = new Set(["127.0.0.1", "::1", "localhost"]);

/**
 * Serves a mock over HTTP on the loopback interface.
 *
 * @throws where the host is not a loopback address, or no port is free
 *
 * @example
 * ```ts
 * const served = await serve({ mock, port: 4010 });
 * served.url; // "http://127.0.0.1:4010"
 * await served.close();
 * ```
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { mock, host = "127.0.0.1", port, tries = 20, headersWithin = headersMilliseconds } = options;
  if (!loopback.has(host)) throw new RangeError(`The mock listens on loopback addresses only, found "${host}"`);
  const server = createAdaptorServer({
    fetch: async (request, bindings) => {
      if (!isTrusted(request, { twilioHosts: true })) return problem("untrusted");
      const response = await mock.fetch(request);
      if (response.type !== "error" && !isCutShort(response)) return response;
      await breakOff(response, (bindings as HttpBindings).outgoing);
      return RESPONSE_ALREADY_SENT;
    },
    // Node looks for slow clients each half minute, which would let them stay far longer than they may.
    serverOptions: { connectionsCheckingInterval: Math.min(checkingMilliseconds, headersWithin) },
  }) as Server;
  limit(server, headersWithin);
  const reached = await listenFrom(server, host, port, tries);
  return {
    host,
    port: reached,
    url: `http://${host.includes(":") ? `[${host}]` : host}:${reached}`,
    moved: port !== 0 && reached !== port,
    close: () => close(server),
  };
}

/** Ends a connection without an answer, or after what there is of one. */
async function breakOff(response: Response, outgoing: HttpBindings["outgoing"]): Promise<void> {
  const part = (await response.body?.getReader().read())?.value;
  if (part === undefined) return void outgoing.socket?.destroy();
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.write(part, () => outgoing.socket?.destroy());
}

/** Nobody holds a connection open by being slow, and what is no HTTP is told so in the usual envelope. */
function limit(server: Server, headersWithin: number): void {
  server.headersTimeout = headersWithin;
  server.requestTimeout = requestMilliseconds;
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
    const name = refusals[error.code ?? ""] ?? "badRequest";
    const envelope = errorEnvelope(name);
    const body = JSON.stringify(envelope);
    const head = `HTTP/1.1 ${envelope.status} ${envelope.message}\r\nContent-Type: application/json\r\n`;
    socket.end(`${head}Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`);
  });
}

const refusals: Readonly<Record<string, ErrorName>> = {
  HPE_HEADER_OVERFLOW: "headersTooLarge",
  ERR_HTTP_REQUEST_TIMEOUT: "requestTimeout",
};

async function listenFrom(server: Server, host: string, port: number, tries: number): Promise<number> {
  try {
    return await listen(server, host, port);
  } catch (error) {
    if (tries <= 0 || port === 0 || port >= 65_535 || !isTaken(error)) throw error;
    return listenFrom(server, host, port + 1, tries - 1);
  }
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
    server.closeIdleConnections();
  });
}
