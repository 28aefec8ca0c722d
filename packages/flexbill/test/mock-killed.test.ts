import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { createFolder } from "./command.ts";
import { createKey, ended, keyNames, serveMock } from "./served-mock.ts";

const folder = createFolder();

const writers = 6;

/** Writes without a pause until nobody answers; the names that were acknowledged. */
async function writeUntilGone(url: string, round: number, acknowledged: Set<string>): Promise<void> {
  const writer = async (number: number): Promise<void> => {
    for (let count = 0; ; count += 1) {
      const name = `${round}/${number}/${count}`;
      const response = await createKey(url, name).catch(() => undefined);
      if (response?.status !== 201) return;
      acknowledged.add(name);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, number) => writer(number)));
}

/** `FC_RUNS=200` asks for all of them. */
const kills = Math.min(200, Number(process.env["FC_RUNS"] ?? 4));

test("whenever the process is killed during writes, every acknowledged one is there, and none twice", {
  timeout: 600_000,
}, async () => {
  const acknowledged = new Set<string>();
  for (let round = 0; round < kills; round += 1) {
    const { child, url } = await serveMock(folder.path, "killed");
    const enough = acknowledged.size + 1 + ((round * 7_919) % 61);
    const writing = writeUntilGone(url, round, acknowledged);
    while (acknowledged.size < enough) await setTimeout(1);
    await setTimeout(round % 7);
    await ended(child, "SIGKILL");
    await writing;
  }
  const { child, url } = await serveMock(folder.path, "killed");
  const names = await keyNames(url);
  expect(acknowledged.size).toBeGreaterThanOrEqual(kills);
  expect([...acknowledged].filter((name) => !names.includes(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  // What was under way when the process ended may be there or not, but no more than each writer's last one.
  expect(names.length - acknowledged.size).toBeLessThanOrEqual(kills * writers);
  await ended(child, "SIGKILL");
});
