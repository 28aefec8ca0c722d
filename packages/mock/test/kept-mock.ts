import process from "node:process";
import { instant } from "@flexbill/kernel";
import { createMock, createTestClock, createWorld } from "../src/index.ts";
import { type Keeper, openDataFolder, serve } from "../src/node/index.ts";
import { smallCentre } from "./worlds.ts";

// A process of its own that serves the world of a data folder, to be killed: node test/kept-mock.ts DIR
const opened = await openDataFolder(process.argv[2] ?? "");
if (!opened.ok) throw new Error(opened.trouble);
const { folder } = opened;
const { contract, priceBook, events } = smallCentre();
const clock = createTestClock(folder.found?.now ?? instant("2026-01-20T12:00:00Z"));
const world = createWorld({ contract, priceBook, events: folder.found ? [] : events, now: clock.now });
if (folder.found) world.restore(folder.found.state);
const kept: { keeper?: Keeper } = {};
const mock = createMock(world, { time: { clock }, saved: async () => kept.keeper?.saved() });
kept.keeper = folder.keep({ world, reached: mock.reached, about: {} });
const { url } = await serve({ mock, port: 0 });
process.stdout.write(`${url}\n`);
