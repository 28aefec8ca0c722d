import { instant } from "@flexbill/kernel";
import { expect, test } from "vitest";
import { createCourse, createTestClock, createWorld } from "../src/index.ts";
import { clientOf, served } from "./client.ts";
import { account, requestOf } from "./worlds.ts";

/** An account where nothing has happened; every user may use two tasks a month. */
function empty() {
  const { contract, priceBook } = requestOf({
    contract: {
      account,
      currency: "USD",
      opened: "2026-01-01T00:00:00Z",
      plan: [{ model: "named-user", price: "150" }],
      allowances: [{ product: "taskrouter", quantity: "2", per: "user-month", provenance: "contract" }],
      prices: { overrides: [{ product: "taskrouter", unit: "task", price: "0.02" }] },
    },
    priceBook: "twilio-us-2026-08",
    month: "2026-01",
    events: [],
  });
  const clock = createTestClock(instant("2026-01-10T09:00:00Z"));
  const world = createWorld({ contract, priceBook, events: [], now: clock.now });
  const course = createCourse({ world, clock, deliver: async () => undefined });
  return { world, pass: (to: string) => course.goTo(instant(to)) };
}

test("tasks that clients make are billed, to nobody until a worker accepts them, then by the worker's allowance", async () => {
  const { world, pass } = empty();
  await served(world, async (url) => {
    const client = clientOf(url);
    const [first] = await client.taskrouter.v1.workspaces.list();
    const workspace = client.taskrouter.v1.workspaces(first?.sid ?? "");
    const activities = await workspace.activities.list();
    const available = activities.find(({ friendlyName }) => friendlyName === "Available")?.sid ?? "";
    await workspace.workers.create({ friendlyName: "Mio", activitySid: available });
    const month = async (category: string) =>
      (await client.usage.records.thisMonth.list({ category })).map(({ count, usage, price }) => [
        count,
        usage,
        price,
      ])[0];
    const work = async () => {
      const task = await workspace.tasks.create({ attributes: "{}" });
      const [reservation] = await workspace.tasks(task.sid).reservations.list();
      expect(reservation?.reservationStatus).toBe("pending");
      const { sid = "" } = reservation ?? {};
      await workspace.tasks(task.sid).reservations(sid).update({ reservationStatus: "accepted" });
      await workspace.tasks(task.sid).update({ assignmentStatus: "completed" });
    };
    await work();
    await work();
    await pass("2026-01-10T10:00:00Z");
    expect(await month("taskrouter-tasks")).toEqual(["2", "2", "0"]);
    await work();
    await pass("2026-01-10T11:00:00Z");
    expect(await month("taskrouter-tasks")).toEqual(["3", "3", "0.02"]);
    await workspace.tasks.create({ attributes: "{}" });
    await pass("2026-01-10T12:00:00Z");
    expect(await month("taskrouter-tasks")).toEqual(["4", "4", "0.04"]);
    expect(await month("flex-named-users")).toEqual(["1", "1", "150"]);
    await workspace.tasks.list().then((tasks) => Promise.all(tasks.map(({ sid }) => workspace.tasks(sid).remove())));
    expect(await month("taskrouter-tasks")).toEqual(["4", "4", "0.04"]);
  });
});
