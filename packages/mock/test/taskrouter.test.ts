import { instant } from "@flexbill/kernel";
import { expect, test } from "vitest";
import { createMock, createTestClock, createWorld } from "../src/index.ts";
import { clientOf, served } from "./client.ts";
import { violations } from "./conformance/violations.ts";
import { account, authorization, sid, smallCentre } from "./worlds.ts";

function standing(at: string) {
  const { contract, priceBook, events } = smallCentre();
  const clock = createTestClock(instant(at));
  const world = createWorld({ contract, priceBook, events, now: clock.now });
  const { app } = createMock(world);
  const ask = async (path: string, form?: Record<string, string>, headers: Record<string, string> = {}) => {
    const response = await app.request(`/taskrouter/v1${path}`, {
      method: form === undefined ? "GET" : "POST",
      headers: { ...authorization, ...headers },
      ...(form && { body: new URLSearchParams(form) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === "" ? {} : JSON.parse(text) };
  };
  return { world, clock, app, ask };
}

const worker = sid("WK", 1);
const offline = sid("WA", 1);
const available = sid("WA", 2);

test("Twilio's client finds the workers and activities that the events of the world name", async () => {
  const { world, clock } = standing("2026-01-02T09:30:00Z");
  await served(world, async (url) => {
    const { workspaces } = clientOf(url).taskrouter.v1;
    const [first] = await workspaces.list();
    expect(first).toMatchObject({ friendlyName: "Flex Task Assignment", defaultActivityName: "Offline" });
    const workspace = workspaces(first?.sid ?? "");
    const [agent] = await workspace.workers.list();
    expect(agent).toMatchObject({ sid: worker, activityName: "Available", activitySid: available, available: true });
    expect(agent?.dateStatusChanged).toEqual(new Date("2026-01-02T09:00:00Z"));
    expect(await workspace.workers.list({ available: "false" })).toEqual([]);
    clock.set(instant("2026-01-02T11:00:00Z"));
    expect(await workspace.workers(worker).fetch()).toMatchObject({ activityName: "Offline", activitySid: offline });
    const events = await workspace.events.list({ minutes: 180, eventType: "worker.activity.update" });
    expect(events.map(({ eventData }) => eventData.worker_activity_name)).toEqual(["Offline", "Available"]);
    expect(events[0]?.eventData).toMatchObject({ worker_time_in_previous_activity: "4800" });
    expect(await workspace.events(events[0]?.sid ?? "").fetch()).toMatchObject({ resourceSid: worker });
    expect(await workspace.events.list()).toEqual([]);
    const { cumulative } = await workspace.workers(worker).statistics().fetch({ minutes: 120 });
    const held = cumulative.activity_durations.find((each: { sid: string }) => each.sid === available);
    expect(held).toEqual({ sid: available, friendly_name: "Available", min: 4800, max: 4800, avg: 4800, total: 4800 });
  });
});

test("a worker that a client makes and signs in is billed for the hours and the events say so", async () => {
  const { world, clock } = standing("2026-01-10T08:00:00Z");
  await served(world, async (url) => {
    const client = clientOf(url);
    const hours = async () => {
      const [row] = await client.usage.records.list({ category: "flex-active-user-hours" });
      return Number(row?.usage);
    };
    const before = await hours();
    const [{ sid: of } = { sid: "" }] = await client.taskrouter.v1.workspaces.list();
    const { workers } = client.taskrouter.v1.workspaces(of);
    const made = await workers.create({ friendlyName: "Kay", attributes: '{"languages":["ja"]}' });
    expect(made).toMatchObject({ activityName: "Offline", available: false, attributes: '{"languages":["ja"]}' });
    await workers(made.sid).update({ activitySid: available });
    clock.set(instant("2026-01-10T10:00:00Z"));
    expect(await workers(made.sid).fetch()).toMatchObject({ activityName: "Available", available: true });
    await workers(made.sid).update({ activitySid: offline });
    clock.set(instant("2026-01-10T15:00:00Z"));
    expect(await hours()).toBe(before + 2);
    await expect(workers.create({ friendlyName: "Kay" })).rejects.toMatchObject({ status: 400, code: 20001 });
    expect(await workers(made.sid).remove()).toBe(true);
    await expect(workers(made.sid).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
    expect((await workers.list()).map((each) => each.sid)).toEqual([worker]);
  });
});

test("a task is reserved for who is available, accepted, completed, and counted", async () => {
  const { world, clock } = standing("2026-01-02T09:10:00Z");
  await served(world, async (url) => {
    const { workspaces } = clientOf(url).taskrouter.v1;
    const [{ sid: of } = { sid: "" }] = await workspaces.list();
    const workspace = workspaces(of);
    const task = await workspace.tasks.create({
      attributes: '{"from":"+15550100"}',
      taskChannel: "voice",
      priority: 5,
    });
    expect(task).toMatchObject({ assignmentStatus: "reserved", taskChannelUniqueName: "voice", priority: 5, age: 0 });
    const second = await workspace.tasks.create({ taskChannel: "voice" });
    expect(second.assignmentStatus).toBe("pending");
    clock.set(instant("2026-01-02T09:11:00Z"));
    const [reservation] = await workspace.tasks(task.sid).reservations.list();
    expect(reservation).toMatchObject({ workerSid: worker, reservationStatus: "pending" });
    const accepted = await workspace
      .workers(worker)
      .reservations(reservation?.sid ?? "")
      .update({ reservationStatus: "accepted" });
    expect(accepted.reservationStatus).toBe("accepted");
    expect(await workspace.tasks(task.sid).fetch()).toMatchObject({ assignmentStatus: "assigned", age: 60 });
    await workspace.tasks(task.sid).update({ assignmentStatus: "completed", reason: "done" });
    expect((await workspace.tasks.list({ assignmentStatus: ["pending", "reserved"] })).length).toBe(1);
    await workspace.tasks(second.sid).update({ assignmentStatus: "canceled" });
    await expect(workspace.tasks(second.sid).update({ assignmentStatus: "completed" })).rejects.toMatchObject({
      status: 400,
    });
    const statistics = await workspace.cumulativeStatistics().fetch({ splitByWaitTime: "5,120" });
    expect(statistics).toMatchObject({
      tasksCreated: 2,
      tasksCompleted: 1,
      tasksCanceled: 1,
      reservationsCreated: 2,
      reservationsAccepted: 1,
      avgTaskAcceptanceTime: 60,
      splitByWaitTime: { "5": { above: { reservations_accepted: 1 } }, "120": { above: { reservations_accepted: 0 } } },
    });
    expect((await workspace.realTimeStatistics().fetch()).tasksByStatus).toMatchObject({ pending: 0, assigned: 0 });
  });
});

test("a change under a stale If-Match is refused with 412, under the current one it is made", async () => {
  const { ask } = standing("2026-01-02T09:10:00Z");
  const { body } = await ask("/Workspaces");
  const path = `/Workspaces/${body.workspaces[0].sid}/Workers/${worker}`;
  const etag = (await ask(path)).headers.get("etag") ?? "";
  const change = { Attributes: '{"a":1}' };
  expect((await ask(path, change, { "If-Match": '"99"' })).body).toMatchObject({ status: 412, code: 20412 });
  const changed = await ask(path, change, { "If-Match": etag });
  expect(changed.body.attributes).toBe('{"a":1}');
  expect(changed.headers.get("etag")).not.toBe(etag);
  expect((await ask(path, change, { "If-Match": etag })).status).toBe(412);
});

test("pages carry absolute addresses that keep filters and give every row once", async () => {
  const { ask } = standing("2026-01-02T09:10:00Z");
  const { body } = await ask("/Workspaces");
  const of = `/Workspaces/${body.workspaces[0].sid}`;
  for (const name of ["A", "B", "C", "D", "E"])
    await ask(`${of}/Activities`, { FriendlyName: name, Available: "true" });
  const seen: string[] = [];
  let next: string | null = `${of}/Activities?Available=true&PageSize=2`;
  while (next !== null) {
    const page: { body: { meta: { next_page_url: string | null }; activities: { sid: string }[] } } = await ask(next);
    expect(violations("taskrouter_v1", "ListActivity", page.body)).toEqual([]);
    seen.push(...page.body.activities.map((each) => each.sid));
    const url = page.body.meta.next_page_url;
    if (url !== null)
      expect(url).toMatch(/^http:\/\/localhost\/taskrouter\/v1\/Workspaces\/WS\w+\/Activities\?Available=true/);
    next = url?.replace("http://localhost/taskrouter/v1", "") ?? null;
  }
  expect(seen.length).toBe(new Set(seen).size);
  expect(seen.length).toBe(7);
});

test("every answer has exactly the keys of Twilio's description", async () => {
  const { ask, app } = standing("2026-01-02T09:10:00Z");
  const of = `/Workspaces/${(await ask("/Workspaces")).body.workspaces[0].sid}`;
  const task = (await ask(`${of}/Tasks`, { Attributes: "{}" })).body.sid;
  const reservation = (await ask(`${of}/Tasks/${task}/Reservations`)).body.reservations[0].sid;
  const event = (await ask(`${of}/Events`)).body.events[0].sid;
  const first = async (part: string, key: string) => (await ask(`${of}/${part}`)).body[key][0].sid as string;
  const gets: Readonly<Record<string, string>> = {
    ListWorkspace: "/Workspaces",
    FetchWorkspace: of,
    ListActivity: `${of}/Activities`,
    FetchActivity: `${of}/Activities/${available}`,
    ListWorker: `${of}/Workers`,
    FetchWorker: `${of}/Workers/${worker}`,
    ListTask: `${of}/Tasks`,
    FetchTask: `${of}/Tasks/${task}`,
    ListTaskReservation: `${of}/Tasks/${task}/Reservations`,
    FetchTaskReservation: `${of}/Tasks/${task}/Reservations/${reservation}`,
    ListWorkerReservation: `${of}/Workers/${worker}/Reservations`,
    FetchWorkerReservation: `${of}/Workers/${worker}/Reservations/${reservation}`,
    ListEvent: `${of}/Events?Minutes=600`,
    FetchEvent: `${of}/Events/${event}`,
    ListTaskQueue: `${of}/TaskQueues`,
    FetchTaskQueue: `${of}/TaskQueues/${await first("TaskQueues", "task_queues")}`,
    ListWorkflow: `${of}/Workflows`,
    FetchWorkflow: `${of}/Workflows/${await first("Workflows", "workflows")}`,
    ListTaskChannel: `${of}/TaskChannels`,
    FetchTaskChannel: `${of}/TaskChannels/${await first("TaskChannels", "channels")}`,
    FetchWorkspaceStatistics: `${of}/Statistics`,
    FetchWorkspaceCumulativeStatistics: `${of}/CumulativeStatistics`,
    FetchWorkspaceRealTimeStatistics: `${of}/RealTimeStatistics`,
    FetchWorkerStatistics: `${of}/Workers/Statistics`,
    FetchWorkersCumulativeStatistics: `${of}/Workers/CumulativeStatistics`,
    FetchWorkersRealTimeStatistics: `${of}/Workers/RealTimeStatistics`,
    FetchWorkerInstanceStatistics: `${of}/Workers/${worker}/Statistics`,
  };
  for (const [operation, path] of Object.entries(gets)) {
    const { status, body } = await ask(path);
    expect([operation, status, violations("taskrouter_v1", operation, body)]).toEqual([operation, 200, []]);
  }
  const posts: Readonly<Record<string, readonly [string, Record<string, string>, number]>> = {
    CreateWorkspace: ["/Workspaces", { FriendlyName: "Second" }, 201],
    UpdateWorkspace: [of, { EventsFilter: "task.created", DefaultActivitySid: available }, 200],
    CreateActivity: [`${of}/Activities`, { FriendlyName: "Lunch" }, 201],
    UpdateActivity: [`${of}/Activities/${available}`, { FriendlyName: "Ready" }, 200],
    CreateWorker: [`${of}/Workers`, { FriendlyName: "Kay", ActivitySid: available }, 201],
    UpdateWorker: [`${of}/Workers/${worker}`, { FriendlyName: "Jo" }, 200],
    CreateTask: [`${of}/Tasks`, { Attributes: "{}", Timeout: "60" }, 201],
    UpdateTask: [`${of}/Tasks/${task}`, { Priority: "3" }, 200],
    UpdateTaskReservation: [`${of}/Tasks/${task}/Reservations/${reservation}`, { ReservationStatus: "accepted" }, 200],
    CreateTaskQueue: [`${of}/TaskQueues`, { FriendlyName: "Sales", TaskOrder: "LIFO" }, 201],
    CreateWorkflow: [`${of}/Workflows`, { FriendlyName: "W", Configuration: "{}" }, 201],
    CreateTaskChannel: [`${of}/TaskChannels`, { FriendlyName: "Fax", UniqueName: "fax" }, 201],
  };
  for (const [operation, [path, form, wanted]] of Object.entries(posts)) {
    const { status, body } = await ask(path, form);
    expect([operation, status, violations("taskrouter_v1", operation, body)]).toEqual([operation, wanted, []]);
  }
  for (const [path, form] of [
    [`${of}/Workers`, { FriendlyName: "" }],
    [`${of}/Workers`, { FriendlyName: "X", Attributes: "{" }],
    [`${of}/Workers`, { FriendlyName: "X", ActivitySid: worker }],
    [`${of}/Tasks`, { TaskChannel: "pigeon" }],
    [`${of}/Tasks/${task}`, { AssignmentStatus: "pending" }],
  ] as const)
    expect(await ask(path, form)).toMatchObject({ status: 400, body: { code: 20001 } });
  for (const path of [`/Workspaces/${sid("WS", 9)}/Workers`, `${of}/Workers/${sid("WK", 9)}`])
    expect(await ask(path)).toMatchObject({ status: 404, body: { code: 20404 } });
  const workspace = await app.request(`/taskrouter/v1${of}`, { method: "DELETE", headers: authorization });
  expect([workspace.status, (await ask(of)).status]).toEqual([204, 404]);
});

test("Flex's configuration is fetched, and written by Twilio's client", async () => {
  const { world, app } = standing("2026-01-02T09:10:00Z");
  const document = async () => {
    const response = await app.request("/flex-api/v1/Configuration", { headers: authorization });
    return response.json();
  };
  expect(violations("flex_v1", "FetchConfiguration", await document())).toEqual([]);
  await served(world, async (url) => {
    const { configuration } = clientOf(url).flexApi.v1;
    const [{ sid: workspace } = { sid: "" }] = await clientOf(url).taskrouter.v1.workspaces.list();
    expect(await configuration().fetch()).toMatchObject({
      accountSid: account,
      taskrouterWorkspaceSid: workspace,
      taskrouterOfflineActivitySid: offline,
      uiLanguage: "en-us",
    });
    await configuration().update({ body: { account_sid: account, ui_language: "ja-jp", attributes: { a: 1 } } });
    expect(await configuration().fetch()).toMatchObject({ uiLanguage: "ja-jp", attributes: { a: 1 } });
    await expect(configuration().update({ body: { ui_language: 5 } })).rejects.toMatchObject({ status: 400 });
  });
  expect(violations("flex_v1", "FetchConfiguration", await document())).toEqual([]);
  const broken = await app.request("/flex-api/v1/Configuration", { method: "POST", headers: authorization, body: "{" });
  expect(broken.status).toBe(400);
});
