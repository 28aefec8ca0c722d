import { instant } from "@flexbill/kernel";
import { expect, test } from "vitest";
import { createTestClock, createWorld } from "../src/index.ts";
import { clientOf, served } from "./client.ts";
import { smallCentre } from "./worlds.ts";

/** An account with no events: two workers that clients make, and the workspace that Flex begins with. */
async function withWorkspace(work: (workspace: Workspace) => Promise<void>): Promise<void> {
  const { contract, priceBook } = smallCentre();
  const clock = createTestClock(instant("2026-01-10T09:00:00Z"));
  const world = createWorld({ contract, priceBook, events: [], now: clock.now });
  await served(world, async (url) => {
    const { workspaces } = clientOf(url).taskrouter.v1;
    const [first] = await workspaces.list();
    await work(workspaces(first?.sid ?? ""));
  });
}

type Workspace = ReturnType<ReturnType<typeof clientOf>["taskrouter"]["v1"]["workspaces"]>;

async function activity(workspace: Workspace, name: string): Promise<string> {
  const all = await workspace.activities.list();
  return all.find(({ friendlyName }) => friendlyName === name)?.sid ?? "";
}

const worker = async (workspace: Workspace, friendlyName: string, attributes: object, name = "Available") =>
  workspace.workers.create({
    friendlyName,
    attributes: JSON.stringify(attributes),
    activitySid: await activity(workspace, name),
  });

test("workers are listed by an expression over their attributes, by a queue, and in an order", async () => {
  await withWorkspace(async (workspace) => {
    const mio = await worker(workspace, "Mio", { languages: ["ja", "en"], level: 4 });
    await worker(workspace, "Kay", { languages: ["en"], level: 2 }, "Break");
    const queue = await workspace.taskQueues.create({ friendlyName: "Japanese", targetWorkers: 'languages HAS "ja"' });
    const names = async (filter: Parameters<Workspace["workers"]["list"]>[0]) =>
      (await workspace.workers.list({ ...filter, pageSize: 1 })).map(({ friendlyName }) => friendlyName);
    expect(await names({ targetWorkersExpression: 'languages HAS "en" AND level >= 3' })).toEqual(["Mio"]);
    expect(await names({ targetWorkersExpression: 'languages HAS "de"' })).toEqual([]);
    expect(await names({ taskQueueSid: queue.sid })).toEqual(["Mio"]);
    expect(await names({ taskQueueName: "Japanese", available: "true" })).toEqual(["Mio"]);
    expect(await names({ taskQueueName: "Nobody's" })).toEqual([]);
    expect(await names({ ordering: "DateStatusChanged:desc" })).toHaveLength(2);
    for (const wrong of [{ targetWorkersExpression: "languages HAS" }, { ordering: "Height:asc" }])
      await expect(workspace.workers.list(wrong)).rejects.toMatchObject({ status: 400 });
    await expect(
      workspace.taskQueues.create({ friendlyName: "Broken", targetWorkers: "languages HAS" }),
    ).rejects.toMatchObject({ status: 400, code: 20001 });
    expect((await workspace.workers(mio.sid).fetch()).available).toBe(true);
  });
});

test("a workflow sends a task to the queue whose filter fits, and only that queue's workers are offered it", async () => {
  await withWorkspace(async (workspace) => {
    await worker(workspace, "Kay", { languages: ["en"] });
    const mio = await worker(workspace, "Mio", { languages: ["ja"] });
    const [everyone] = await workspace.taskQueues.list();
    const queue = await workspace.taskQueues.create({ friendlyName: "Japanese", targetWorkers: 'languages HAS "ja"' });
    const filters = [{ expression: 'language == "ja"', targets: [{ queue: queue.sid }] }];
    const configuration = { task_routing: { filters, default_filter: { queue: everyone?.sid } } };
    const workflow = await workspace.workflows.create({
      friendlyName: "By language",
      configuration: JSON.stringify(configuration),
    });
    const make = (language: string) =>
      workspace.tasks.create({ workflowSid: workflow.sid, attributes: JSON.stringify({ language }) });
    const offered = async (task: string) =>
      (await workspace.tasks(task).reservations.list()).map((each) => each.workerSid);
    const first = await make("ja");
    expect(first).toMatchObject({ taskQueueSid: queue.sid, taskQueueFriendlyName: "Japanese" });
    expect(await offered(first.sid)).toEqual([mio.sid]);
    const second = await make("ja");
    expect([second.assignmentStatus, await offered(second.sid)]).toEqual(["pending", []]);
    const third = await make("en");
    expect(third).toMatchObject({ taskQueueFriendlyName: "Everyone", assignmentStatus: "reserved" });
    expect((await workspace.tasks.list({ evaluateTaskAttributes: 'language == "ja"' })).map(({ sid }) => sid)).toEqual([
      first.sid,
      second.sid,
    ]);
    const [reservation] = await workspace.tasks(first.sid).reservations.list();
    const { sid = "" } = reservation ?? {};
    await workspace.tasks(first.sid).reservations(sid).update({ reservationStatus: "accepted" });
    await workspace.tasks(first.sid).update({ assignmentStatus: "completed" });
    expect(await offered(second.sid)).toEqual([mio.sid]);
  });
});

test("a worker takes on as many tasks of a channel as its capacity says, and none where the channel is off", async () => {
  await withWorkspace(async (workspace) => {
    const { sid } = await worker(workspace, "Mio", {});
    const channels = workspace.workers(sid).workerChannels;
    const all = await channels.list({ pageSize: 2 });
    expect(all.map(({ taskChannelUniqueName }) => taskChannelUniqueName)).toEqual(
      (await workspace.taskChannels.list()).map(({ uniqueName }) => uniqueName),
    );
    const chat = all.find(({ taskChannelUniqueName }) => taskChannelUniqueName === "chat")?.sid ?? "";
    expect(await channels(chat).fetch()).toMatchObject({ configuredCapacity: 1, availableCapacityPercentage: 100 });
    expect(await channels(chat).update({ capacity: 3 })).toMatchObject({ sid: chat, configuredCapacity: 3 });
    const states = async () => (await workspace.tasks.list()).map(({ assignmentStatus }) => assignmentStatus);
    for (let made = 0; made < 4; made += 1) await workspace.tasks.create({ taskChannel: "chat" });
    await workspace.tasks.create({ taskChannel: "voice" });
    expect(await states()).toEqual(["reserved", "reserved", "reserved", "pending", "reserved"]);
    expect(await channels("chat").fetch()).toMatchObject({ assignedTasks: 3, availableCapacityPercentage: 0 });
    await channels(chat).update({ capacity: 4 });
    expect(await states()).toEqual(["reserved", "reserved", "reserved", "reserved", "reserved"]);
    await channels("sms").update({ available: false });
    expect((await workspace.tasks.create({ taskChannel: "sms" })).assignmentStatus).toBe("pending");
    await channels("sms").update({ available: true });
    expect((await states()).at(-1)).toBe("reserved");
    await expect(channels(chat).update({ capacity: -1 })).rejects.toMatchObject({ status: 400 });
    await expect(channels("fax").fetch()).rejects.toMatchObject({ status: 404 });
    await expect(workspace.workers(`WK${"9".repeat(32)}`).workerChannels.list()).rejects.toMatchObject({ status: 404 });
  });
});

test("tasks that wait are offered by priority when a worker becomes available", async () => {
  await withWorkspace(async (workspace) => {
    const { sid } = await worker(workspace, "Mio", {}, "Break");
    const low = await workspace.tasks.create({ priority: 1 });
    const high = await workspace.tasks.create({ priority: 9 });
    expect([low.assignmentStatus, high.assignmentStatus]).toEqual(["pending", "pending"]);
    await workspace.workers(sid).update({ activitySid: await activity(workspace, "Available") });
    expect((await workspace.tasks(high.sid).fetch()).assignmentStatus).toBe("reserved");
    expect((await workspace.tasks(low.sid).fetch()).assignmentStatus).toBe("pending");
    const order = await workspace.tasks.list({ ordering: "Priority:desc" });
    expect(order.map((each) => each.sid)).toEqual([high.sid, low.sid]);
  });
});
