import { formatIsoSeconds, sliceBySid } from "@flexbill/twilio";
import type { Hono } from "hono";
import type { Environment, MockContext } from "../../http/environment.ts";
import { readForm } from "../../http/form.ts";
import { respondMetaPage } from "../../http/page.ts";
import { isWrong, type ParameterTable, readParameters } from "../../http/parameters.ts";
import { json, problem } from "../../http/respond.ts";
import { discover } from "../../world/taskrouter/presence.ts";
import { assignWaiting } from "../../world/taskrouter/work.ts";
import { changeWorkerChannel, channelsOfWorker, type WorkerChannel } from "../../world/taskrouter/worker-channels.ts";
import type { World } from "../../world/world.ts";
import { notFound, settingOf } from "./crud.ts";

const writable: ParameterTable = {
  capacity: { name: "Capacity", type: "integer" },
  available: { name: "Available", type: "boolean" },
};

/** `/Workers/{WK}/Channels`: how much a worker takes on at once. They come with the workspace's task channels. */
export function workerChannelRoutes(routes: Hono<Environment>, world: World, workspace: string): void {
  const list = `${workspace}/Workers/:worker{WK[0-9a-fA-F]{32}}/Channels`;
  routes.get(list, (c) => {
    const channels = channelsIn(c, world);
    if (channels === undefined) return notFound(c);
    return respondMetaPage(c, "channels", [], (request) => {
      const slice = sliceBySid(channels, request, ({ sid }) => sid);
      return slice && { ...slice, items: slice.items.map((each) => documentOf(c, world, each)) };
    });
  });
  const one = `${list}/:channel`;
  routes.get(one, (c) => withChannel(c, world, (channel) => json(200, documentOf(c, world, channel))));
  routes.post(one, (c) => withChannel(c, world, (channel) => change(c, world, channel)));
}

/** The channels of the worker that a path names; undefined where there is none. */
function channelsIn(c: MockContext, world: World): readonly WorkerChannel[] | undefined {
  const account = c.get("account");
  discover(account);
  const worker = account.memory.taskrouter.rows.get(c.req.param("worker") ?? "");
  if (worker?.kind !== "workers" || worker.workspace !== c.req.param("workspace")) return undefined;
  return channelsOfWorker(account, worker, world.now());
}

/** A channel is named by its own SID, or by the unique name or SID of its task channel. */
function withChannel(
  c: MockContext,
  world: World,
  answer: (channel: WorkerChannel) => Response | Promise<Response>,
): Response | Promise<Response> {
  const asked = c.req.param("channel");
  const found = channelsIn(c, world)?.find(({ sid, channel }) =>
    [sid, channel.sid, channel.fields["unique_name"]].includes(asked ?? ""),
  );
  return found === undefined ? notFound(c) : answer(found);
}

async function change(c: MockContext, world: World, channel: WorkerChannel): Promise<Response> {
  const form = await readForm(c);
  if (form === undefined) return problem("tooLarge");
  const given = readParameters(form, writable);
  if (isWrong(given)) return problem("invalidParameter", { what: given.wrong });
  const { capacity, available } = given;
  if (typeof capacity === "number" && capacity < 0) return problem("invalidParameter", { what: "Capacity" });
  const account = c.get("account");
  const wanted = {
    ...(typeof capacity === "number" && { capacity }),
    ...(typeof available === "boolean" && { available }),
  };
  changeWorkerChannel(account, channel, wanted, world.now());
  assignWaiting(world, account, channel.worker.workspace);
  return withChannel(c, world, (changed) => json(200, documentOf(c, world, changed)));
}

function documentOf(c: MockContext, world: World, of: WorkerChannel) {
  const { account, base } = settingOf(c, world);
  const { sid, worker, channel, capacity, available, assigned, created, updated } = of;
  const free = Math.max(0, capacity - assigned);
  return {
    sid,
    account_sid: account.sid,
    workspace_sid: worker.workspace,
    worker_sid: worker.sid,
    task_channel_sid: channel.sid,
    task_channel_unique_name: channel.fields["unique_name"] ?? null,
    configured_capacity: capacity,
    available,
    assigned_tasks: assigned,
    available_capacity_percentage: capacity === 0 ? 0 : Math.floor((free * 100) / capacity),
    date_created: formatIsoSeconds(created),
    date_updated: formatIsoSeconds(updated),
    url: `${base}/Workspaces/${worker.workspace}/Workers/${worker.sid}/Channels/${sid}`,
  };
}
