#!/usr/bin/env node
// Nothing is imported at the top, so that an older Node can say so and `--version` answers at once.
import { readFileSync } from "node:fs";
import process from "node:process";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const [argument, ...rest] = process.argv.slice(2);

function version(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { readonly version: string }).version;
}

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`flexbill needs Node 22.18 or later; this is Node ${process.versions.node}\n`);
  process.exitCode = 2;
} else if (argument === "--version" && rest.length === 0) {
  process.stdout.write(`${version()}\n`);
} else {
  const { runOnNode } = await import("./node.ts");
  await runOnNode(version());
}
