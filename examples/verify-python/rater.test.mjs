import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const failures = mkdtempSync(join(tmpdir(), "flexbill-python-"));
after(() => rmSync(failures, { recursive: true }));

/** `flexbill verify` as a process of its own each time: nothing but the folder of failures outlives it. */
function verify(rater, ...args) {
  const line = ["verify", "--adapter", `cmd:python3 ${rater}`, "--failures", failures, ...args];
  const { status, stdout } = spawnSync("node_modules/.bin/flexbill", line, { encoding: "utf8" });
  return { status, stdout };
}

test("the rater breaks no law that it models, and the others are skipped", () => {
  const { status, stdout } = verify("rater.py", "--runs", "60", "--quiet");
  assert.match(stdout, /^\d\d laws hold, 0 broken, \d\d skipped/m);
  assert.equal(status, 0);
});

test("a rater in floats is caught, and its replay says so again until it is mended", () => {
  const found = verify("rater_in_floats.py", "rounding.once", "--runs", "600");
  assert.equal(found.status, 1);
  const [, token] = /--replay (\S+)/.exec(found.stdout) ?? [];
  const again = verify("rater_in_floats.py", "--replay", token);
  assert.match(again.stdout, /usage\/widgets/);
  assert.equal(again.status, 1);
  assert.equal(verify("rater.py", "--replay", token).status, 0);
});
