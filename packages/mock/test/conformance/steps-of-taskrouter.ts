import type { Step } from "./step.ts";

const t = (operation: string) => `taskrouter_v1 ${operation}`;
const workspace = { WorkspaceSid: "{workspace}" };

/** The seven kinds of things in a workspace that clients make, change and delete alike. */
const things: readonly (readonly [
  string,
  string,
  string,
  Readonly<Record<string, string>>,
  Readonly<Record<string, string>>,
])[] = [
  ["Activity", "activities", "activity", { FriendlyName: "Lunch", Available: "true" }, { FriendlyName: "Late lunch" }],
  [
    "TaskQueue",
    "task_queues",
    "queue",
    { FriendlyName: "Sales", TargetWorkers: "1==1", TaskOrder: "LIFO" },
    { MaxReservedWorkers: "2" },
  ],
  [
    "Workflow",
    "workflows",
    "workflow",
    { FriendlyName: "Mornings", Configuration: "{}" },
    { TaskReservationTimeout: "30" },
  ],
  ["TaskChannel", "channels", "channel", { FriendlyName: "Fax", UniqueName: "fax" }, { FriendlyName: "Telefax" }],
  ["Worker", "workers", "kay", { FriendlyName: "Kay", Attributes: '{"languages":["ja"]}' }, { FriendlyName: "Kay K." }],
];

const createThings: readonly Step[] = things.flatMap(([noun, list, name, form, change]): readonly Step[] => [
  {
    call: t(`Create${noun}`),
    at: workspace,
    form,
    learn: { [name]: "sid" },
    holds: { friendly_name: form["FriendlyName"] },
  },
  {
    call: t(`Create${noun}`),
    about: "without a name",
    at: workspace,
    form: { ...form, FriendlyName: "" },
    status: 400,
    code: 20001,
  },
  { call: t(`List${noun}`), at: workspace, walk: 2, learn: { [`first ${name}`]: `${list}.0.sid` } },
  { call: t(`Fetch${noun}`), at: { ...workspace, Sid: `{${name}}` }, holds: { sid: `{${name}}` } },
  { call: t(`Update${noun}`), at: { ...workspace, Sid: `{${name}}` }, form: change },
]);

const deleteThings: readonly Step[] = things.toReversed().flatMap(([noun, , name]): readonly Step[] => [
  { call: t(`Delete${noun}`), at: { ...workspace, Sid: `{${name}}` } },
  { call: t(`Fetch${noun}`), about: "deleted", at: { ...workspace, Sid: `{${name}}` }, status: 404, code: 20404 },
]);

const ofTask = { ...workspace, TaskSid: "{task}" };
const ofWorker = { ...workspace, WorkerSid: "{kay}" };

const work: readonly Step[] = [
  {
    call: t("UpdateWorker"),
    about: "signed in",
    at: { ...workspace, Sid: "{kay}" },
    form: { ActivitySid: "{activity}" },
    holds: { available: true, activity_sid: "{activity}" },
  },
  {
    call: t("UpdateWorker"),
    about: "under a stale tag",
    at: { ...workspace, Sid: "{kay}" },
    headers: { "If-Match": '"99"' },
    form: { Attributes: "{}" },
    status: 412,
    code: 20412,
  },
  {
    call: t("ListWorker"),
    about: "who are available",
    at: workspace,
    query: "Available=true&ActivityName=Late+lunch",
    holds: { "workers.0.sid": "{kay}", "workers.1": undefined },
  },
  {
    call: t("CreateTask"),
    at: workspace,
    form: { Attributes: '{"from":"+15550100"}', TaskChannel: "voice", Priority: "5", Timeout: "60" },
    learn: { task: "sid" },
    holds: { assignment_status: "reserved", priority: 5 },
  },
  {
    call: t("CreateTask"),
    about: "that waits",
    at: workspace,
    form: { TaskChannel: "voice" },
    learn: { waiting: "sid" },
    holds: { assignment_status: "pending", timeout: 86_400, attributes: "{}", addons: "{}" },
  },
  { call: t("ListTask"), at: workspace, walk: 1 },
  {
    call: t("ListTask"),
    about: "in some states",
    at: workspace,
    query: "AssignmentStatus=reserved&AssignmentStatus=assigned&Priority=5",
    holds: { "tasks.0.sid": "{task}", "tasks.1": undefined },
  },
  {
    call: t("FetchTask"),
    after: 60,
    at: { ...workspace, Sid: "{task}" },
    holds: { age: 60, workspace_sid: "{workspace}" },
  },
  {
    call: t("UpdateTask"),
    at: { ...workspace, Sid: "{waiting}" },
    form: { Priority: "3", Attributes: '{"a":1}' },
    holds: { priority: 3, attributes: '{"a":1}' },
  },
  {
    call: t("ListTaskReservation"),
    at: ofTask,
    learn: { reservation: "reservations.0.sid" },
    holds: { "reservations.0.worker_sid": "{kay}" },
  },
  {
    call: t("FetchTaskReservation"),
    at: { ...ofTask, Sid: "{reservation}" },
    holds: { reservation_status: "pending" },
  },
  {
    call: t("UpdateTaskReservation"),
    at: { ...ofTask, Sid: "{reservation}" },
    form: { ReservationStatus: "accepted" },
    holds: { reservation_status: "accepted" },
  },
  {
    call: t("ListWorkerReservation"),
    at: ofWorker,
    query: "ReservationStatus=accepted",
    holds: { "reservations.0.sid": "{reservation}" },
  },
  { call: t("FetchWorkerReservation"), at: { ...ofWorker, Sid: "{reservation}" } },
  {
    call: t("UpdateWorkerReservation"),
    at: { ...ofWorker, Sid: "{reservation}" },
    form: { ReservationStatus: "wrapping" },
    holds: { reservation_status: "wrapping" },
  },
  {
    call: t("ListWorkerChannel"),
    at: ofWorker,
    walk: 2,
    learn: { workerChannel: "channels.0.sid" },
    holds: { "channels.0.configured_capacity": 1, "channels.0.worker_sid": "{kay}" },
  },
  {
    call: t("UpdateWorkerChannel"),
    at: { ...ofWorker, Sid: "{workerChannel}" },
    form: { Capacity: "3", Available: "false" },
    holds: { configured_capacity: 3, available: false },
  },
  {
    call: t("FetchWorkerChannel"),
    at: { ...ofWorker, Sid: "{workerChannel}" },
    holds: { configured_capacity: 3, available: false },
  },
  {
    call: t("UpdateTask"),
    about: "completed",
    at: { ...workspace, Sid: "{task}" },
    form: { AssignmentStatus: "completed", Reason: "done" },
    holds: { assignment_status: "completed", reason: "done" },
  },
  {
    call: t("UpdateTask"),
    about: "to what cannot be",
    at: { ...workspace, Sid: "{task}" },
    form: { AssignmentStatus: "pending" },
    status: 400,
    code: 20001,
  },
  {
    call: t("CreateTask"),
    about: "of no channel",
    at: workspace,
    form: { TaskChannel: "pigeon" },
    status: 400,
    code: 20001,
  },
  { call: t("DeleteTask"), at: { ...workspace, Sid: "{waiting}" } },
];

const happened: readonly Step[] = [
  { call: t("ListEvent"), at: workspace, walk: 3, learn: { event: "events.0.sid" } },
  {
    call: t("ListEvent"),
    about: "of the worker's activity",
    at: workspace,
    query: "EventType=worker.activity.update&WorkerSid={kay}&Minutes=60",
    holds: { "events.0.event_data.worker_sid": "{kay}" },
  },
  { call: t("FetchEvent"), at: { ...workspace, Sid: "{event}" } },
  { call: t("FetchWorkspaceStatistics"), at: workspace, query: "Minutes=60" },
  {
    call: t("FetchWorkspaceCumulativeStatistics"),
    at: workspace,
    query: "Minutes=60&SplitByWaitTime=5,10",
    holds: { tasks_created: 2, tasks_completed: 1, reservations_accepted: 1, avg_task_acceptance_time: 60 },
  },
  { call: t("FetchWorkspaceRealTimeStatistics"), at: workspace, holds: { total_tasks: 0 } },
  { call: t("FetchWorkerStatistics"), at: workspace },
  {
    call: t("FetchWorkersCumulativeStatistics"),
    at: workspace,
    query: "StartDate=2026-02-01T00:00:00Z&EndDate=2026-02-04T00:00:00Z",
  },
  { call: t("FetchWorkersRealTimeStatistics"), at: workspace },
  { call: t("FetchWorkerInstanceStatistics"), at: ofWorker, query: "Minutes=30" },
  {
    call: t("FetchWorkspaceStatistics"),
    about: "of a time that is none",
    at: workspace,
    query: "Minutes=many",
    status: 400,
    code: 20001,
  },
];

/** Workspaces and all they hold. */
export const stepsOfTaskRouter: readonly Step[] = [
  {
    call: t("ListWorkspace"),
    learn: { workspace: "workspaces.0.sid" },
    holds: { "workspaces.0.friendly_name": "Flex Task Assignment" },
  },
  {
    call: t("CreateWorkspace"),
    form: { FriendlyName: "Second", PrioritizeQueueOrder: "LIFO" },
    learn: { second: "sid" },
  },
  { call: t("ListWorkspace"), about: "page by page", walk: 1 },
  {
    call: t("ListWorkspace"),
    about: "by name",
    query: "FriendlyName=Second",
    holds: { "workspaces.0.sid": "{second}", "workspaces.1": undefined },
  },
  { call: t("FetchWorkspace"), at: { Sid: "{workspace}" }, holds: { default_activity_name: "Offline" } },
  {
    call: t("UpdateWorkspace"),
    at: { Sid: "{second}" },
    form: { FriendlyName: "Third", EventsFilter: "task.created" },
    holds: { events_filter: "task.created" },
  },
  {
    call: t("FetchWorkspace"),
    about: "of another account",
    at: { Sid: "{workspace}" },
    as: "subaccount",
    status: 404,
    code: 20404,
  },
  ...createThings,
  ...work,
  ...happened,
  ...deleteThings,
  {
    call: t("ListWorker"),
    about: "of no workspace",
    at: { WorkspaceSid: "WS99999999999999999999999999999999" },
    status: 404,
    code: 20404,
  },
  { call: t("DeleteWorkspace"), at: { Sid: "{second}" } },
  { call: t("FetchWorkspace"), about: "deleted", at: { Sid: "{second}" }, status: 404, code: 20404 },
];
