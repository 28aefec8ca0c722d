// The command line from a checkout, installed first where needed: the long way of tools/flexbill, and Windows's only one.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { finish } from "./child.mjs";
import { environment, prepare, root } from "./toolchain.mjs";

const { node } = await prepare();
const cwd = process.env.npm_lifecycle_event === "flexbill" ? process.env.INIT_CWD : undefined;
const command = [join(root, "packages", "flexbill", "src", "bin.ts"), ...process.argv.slice(2)];
process.exitCode = await finish(spawn(node, command, { cwd, stdio: "inherit", env: environment() }));
