import type { ChildProcess } from "node:child_process";
import { onTestFinished } from "vitest";
import { account, start } from "./command.ts";

/** A world that stands still, as the tests of kept worlds serve it. */
export const mockFlags = ["--port", "0", "--quiet", "--rate", "0", "--month", "2025-05"];

export const headers = { Authorization: `Basic ${btoa(`${account}:${"0".repeat(32)}`)}` };
export const keysPath = `/2010-04-01/Accounts/${account}/Keys.json`;

/** Starts `flexbill mock` on a folder of data inside `folder`; ends with the address it prints. */
export async function serveMock(
  folder: string,
  data: string,
): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = start(folder, ["mock", "--data", data, ...mockFlags]);
  onTestFinished(() => void child.kill("SIGKILL"));
  child.stdin.end();
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    said += chunk;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding("utf8").once("data", (line: string) => resolve(line.trim()));
    child.once("close", () => reject(new Error(said)));
  });
  return { child, url };
}

export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = new Promise((resolve) => child.once("close", resolve));
  child.kill(signal);
  await gone;
}

interface KeyList {
  readonly keys: readonly { readonly friendly_name: string }[];
  readonly next_page_uri: string | null;
}

/** Every key's name, all pages. */
export async function keyNames(url: string): Promise<readonly string[]> {
  const names: string[] = [];
  let page: string | null = `${keysPath}?PageSize=1000`;
  while (page !== null) {
    const list = (await (await fetch(url + page, { headers })).json()) as KeyList;
    names.push(...list.keys.map((key) => key.friendly_name));
    page = list.next_page_uri;
  }
  return names;
}

/** Asks for a new key of that name. */
export const createKey = (url: string, name: string): Promise<Response> =>
  fetch(url + keysPath, { method: "POST", headers, body: new URLSearchParams({ FriendlyName: name }) });
