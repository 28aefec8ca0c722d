import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { spawnRater } from "./spawned.ts";

/** Repeats what it reads, cut in the middle of characters and without the last end of a line. */
const echo = `let all = Buffer.alloc(0);
process.stdin.on("data", (chunk) => { all = Buffer.concat([all, chunk]); });
setTimeout(() => {
  const half = all.length - 3;
  process.stdout.write(all.subarray(0, half), () => setTimeout(() => process.stdout.write(all.subarray(half, -1), () => process.exit(3)), 50));
}, 300);`;

test("lines come whole: whatever a text holds, however it is cut, and with no end of line at the end", async () => {
  const encoded = Buffer.from(echo).toString("base64");
  const command = `"${process.execPath}" -e "eval(Buffer.from('${encoded}','base64').toString())"`;
  const { channel, end } = spawnRater(command, tmpdir());
  const said = ["one", "a\u2028b", "", "ümläüt"];
  for (const line of said) channel.send(line);
  const heard: string[] = [];
  for await (const line of channel.lines) heard.push(line);
  expect(heard).toEqual(said);
  expect(channel.ending()).toBe("exit status 3");
  end();
});
