import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Suite } from "../suite.ts";

const room = fileURLToPath(new URL("../../packages/flexbill", import.meta.url));

/** Runs Node to its end and answers with its exit status. */
function node(args: readonly string[], stdio: "ignore" | "inherit" = "ignore"): string {
  return String(spawnSync(process.execPath, args, { cwd: room, stdio: ["ignore", stdio, stdio] }).status);
}

/** Builds the command as it is published, once, where this suite is asked for. */
function publishedCommand(): string {
  if (node(["../../tools/build/build-package.ts"], "inherit") !== "0") throw new Error("The command does not build");
  return "dist/bin.js";
}

const command = publishedCommand();

/** What the published one-file command adds to the start of Node itself: for its version at most as much again. */
export const suite: Suite = {
  name: "startup",
  tasks: [
    {
      name: "flexbill --version",
      operations: 1,
      by: "least",
      baseline: { name: "node -e 0", run: () => node(["-e", "0"]) },
      others: [{ name: "one file", run: () => node([command, "--version"]), atLeast: 0.5 }],
    },
    {
      name: "flexbill --help",
      operations: 1,
      by: "least",
      baseline: { name: "node -e 0", run: () => node(["-e", "0"]) },
      others: [{ name: "one file", run: () => node([command, "--help"]) }],
    },
  ],
};
