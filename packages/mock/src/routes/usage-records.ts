import { type CalendarDate, calendar } from "@flexbill/kernel";
import {
  type ErrorName,
  readDateFilter,
  sliceByOffset,
  type UsageRecordList,
  usageRecordLists,
  usageRecordText,
} from "@flexbill/twilio";
import { Hono } from "hono";
import type { Environment, MockContext } from "../http/environment.ts";
import { respondFlatTexts } from "../http/page.ts";
import { problem } from "../http/respond.ts";
import { type UsageRecordsQuery, usageRecords } from "../world/usage-records.ts";
import type { World } from "../world/world.ts";

const filters = ["Category", "StartDate", "EndDate", "IncludeSubaccounts"] as const;

/** `/Usage/Records.json` and its eight named ranges. */
export function usageRecordsRoutes(world: World): Hono<Environment> {
  const routes = new Hono<Environment>();
  routes.get("/Usage/Records.json", (c) => list(c, world, ""));
  for (const name of Object.keys(usageRecordLists) as UsageRecordList[]) {
    routes.get(`/Usage/Records/${name}.json`, (c) => list(c, world, name));
  }
  return routes;
}

function list(c: MockContext, world: World, name: UsageRecordList): Response {
  const query = readQuery(new URL(c.req.url).searchParams, name, calendar("UTC").dateOf(world.now()));
  if (typeof query === "string") return problem(query);
  const { rangeNotFound, subaccountsIgnored, ...times } = c.get("usageFaults") ?? {};
  const isHidden = rangeNotFound && (query.start !== undefined || query.end !== undefined);
  const shown = subaccountsIgnored ? { ...query, includeSubaccounts: false } : query;
  const view = isHidden ? undefined : usageRecords(world, c.get("account"), { ...shown, ...times });
  if (view === undefined) return problem("notFound", { path: c.get("target").path });
  const texts = (from: number, to: number) => view.rowsAt(from, to).map(usageRecordText);
  return respondFlatTexts(c, "usage_records", filters, (request) => sliceByOffset(view.total, request, texts));
}

function readQuery(query: URLSearchParams, list: UsageRecordList, today: CalendarDate): UsageRecordsQuery | ErrorName {
  const [startText, endText] = [query.get("StartDate") ?? "", query.get("EndDate") ?? ""];
  const start = readDateFilter(startText, today);
  const end = readDateFilter(endText, today);
  if (startText !== "" && start === undefined) return "invalidStartDate";
  if (endText !== "" && end === undefined) return "invalidEndDate";
  const category = query.get("Category") ?? "";
  return {
    list,
    ...(category === "" ? {} : { category }),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    includeSubaccounts: query.get("IncludeSubaccounts")?.toLowerCase() !== "false",
  };
}
