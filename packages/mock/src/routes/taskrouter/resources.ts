import type { ParameterTable } from "../../http/parameters.ts";
import type { Kind, Row } from "../../world/taskrouter/store.ts";

/** What one kind of resource of TaskRouter looks like; its routes are made from this. */
export interface Resource {
  readonly kind: Kind;
  /** The part of the path that names the list. */
  readonly segment: string;
  /** The key of the list in a page. */
  readonly key: string;
  readonly prefix: string;
  /** What a client may write, by field. */
  readonly writable: ParameterTable;
  /** Fields that a client has to write when it makes one. */
  readonly required: readonly string[];
  /** Fields that are written once only. */
  readonly once?: readonly string[];
  readonly defaults: Row["fields"];
  /** The filters of the list by the field they compare with. */
  readonly filters: ParameterTable;
  /** Parts of the resource's own address, by link. */
  readonly links: Readonly<Record<string, string>>;
  /** Changes may carry `If-Match`. */
  readonly locked?: boolean;
  /** Clients do not make or delete these. */
  readonly given?: boolean;
}

const text = (name: string) => ({ name, type: "text" }) as const;
const name = text("FriendlyName");
const order = ["FIFO", "LIFO"] as const;

export const workspaces: Resource = {
  kind: "workspaces",
  segment: "Workspaces",
  key: "workspaces",
  prefix: "WS",
  writable: {
    friendly_name: name,
    event_callback_url: { name: "EventCallbackUrl", type: "url" },
    events_filter: text("EventsFilter"),
    multi_task_enabled: { name: "MultiTaskEnabled", type: "boolean" },
    prioritize_queue_order: { name: "PrioritizeQueueOrder", type: order },
    default_activity_sid: text("DefaultActivitySid"),
    timeout_activity_sid: text("TimeoutActivitySid"),
  },
  required: ["friendly_name"],
  defaults: {
    event_callback_url: null,
    events_filter: null,
    multi_task_enabled: true,
    prioritize_queue_order: "FIFO",
    default_activity_sid: null,
    timeout_activity_sid: null,
  },
  filters: { friendly_name: name },
  links: {
    activities: "/Activities",
    statistics: "/Statistics",
    real_time_statistics: "/RealTimeStatistics",
    cumulative_statistics: "/CumulativeStatistics",
    task_queues: "/TaskQueues",
    tasks: "/Tasks",
    workers: "/Workers",
    workflows: "/Workflows",
    task_channels: "/TaskChannels",
    events: "/Events",
  },
};

const activities: Resource = {
  kind: "activities",
  segment: "Activities",
  key: "activities",
  prefix: "WA",
  writable: { friendly_name: name, available: { name: "Available", type: "boolean" } },
  required: ["friendly_name"],
  once: ["available"],
  defaults: { available: false },
  filters: { friendly_name: name, available: { name: "Available", type: "boolean" } },
  links: {},
};

const workers: Resource = {
  kind: "workers",
  segment: "Workers",
  key: "workers",
  prefix: "WK",
  writable: {
    friendly_name: name,
    attributes: { name: "Attributes", type: "json" },
    activity_sid: text("ActivitySid"),
  },
  required: ["friendly_name"],
  defaults: { attributes: "{}" },
  filters: {
    friendly_name: name,
    activity_sid: text("ActivitySid"),
    activity_name: text("ActivityName"),
    available: { name: "Available", type: "boolean" },
  },
  links: {
    worker_statistics: "/Statistics",
    channels: "/Channels",
    worker_channels: "/Channels",
    reservations: "/Reservations",
  },
  locked: true,
};

const tasks: Resource = {
  kind: "tasks",
  segment: "Tasks",
  key: "tasks",
  prefix: "WT",
  writable: {
    attributes: { name: "Attributes", type: "json" },
    assignment_status: {
      name: "AssignmentStatus",
      type: ["pending", "reserved", "assigned", "canceled", "completed", "wrapping"],
    },
    reason: text("Reason"),
    priority: { name: "Priority", type: "integer" },
    timeout: { name: "Timeout", type: "integer" },
    task_channel: text("TaskChannel"),
    workflow_sid: text("WorkflowSid"),
    task_queue_sid: text("TaskQueueSid"),
    virtual_start_time: text("VirtualStartTime"),
    routing_target: text("RoutingTarget"),
    ignore_capacity: { name: "IgnoreCapacity", type: "boolean" },
  },
  required: [],
  once: ["timeout", "workflow_sid", "task_queue_sid", "routing_target", "ignore_capacity"],
  defaults: {
    attributes: "{}",
    assignment_status: "pending",
    addons: "{}",
    reason: null,
    priority: 0,
    timeout: 86_400,
    virtual_start_time: null,
    ignore_capacity: false,
    routing_target: null,
  },
  filters: {
    priority: { name: "Priority", type: "integer" },
    assignment_status: text("AssignmentStatus"),
    workflow_sid: text("WorkflowSid"),
    workflow_friendly_name: text("WorkflowName"),
    task_queue_sid: text("TaskQueueSid"),
    task_queue_friendly_name: text("TaskQueueName"),
    routing_target: text("RoutingTarget"),
  },
  links: { reservations: "/Reservations" },
  locked: true,
};

const taskQueues: Resource = {
  kind: "task_queues",
  segment: "TaskQueues",
  key: "task_queues",
  prefix: "WQ",
  writable: {
    friendly_name: name,
    target_workers: text("TargetWorkers"),
    max_reserved_workers: { name: "MaxReservedWorkers", type: "integer" },
    task_order: { name: "TaskOrder", type: order },
    reservation_activity_sid: text("ReservationActivitySid"),
    assignment_activity_sid: text("AssignmentActivitySid"),
  },
  required: ["friendly_name"],
  defaults: {
    target_workers: "1==1",
    max_reserved_workers: 1,
    task_order: "FIFO",
    reservation_activity_sid: null,
    assignment_activity_sid: null,
  },
  filters: { friendly_name: name },
  links: {
    statistics: "/Statistics",
    real_time_statistics: "/RealTimeStatistics",
    cumulative_statistics: "/CumulativeStatistics",
  },
};

const workflows: Resource = {
  kind: "workflows",
  segment: "Workflows",
  key: "workflows",
  prefix: "WW",
  writable: {
    friendly_name: name,
    configuration: { name: "Configuration", type: "json" },
    assignment_callback_url: { name: "AssignmentCallbackUrl", type: "url" },
    fallback_assignment_callback_url: { name: "FallbackAssignmentCallbackUrl", type: "url" },
    task_reservation_timeout: { name: "TaskReservationTimeout", type: "integer" },
  },
  required: ["friendly_name", "configuration"],
  defaults: { assignment_callback_url: null, fallback_assignment_callback_url: null, task_reservation_timeout: 120 },
  filters: { friendly_name: name },
  links: {
    statistics: "/Statistics",
    real_time_statistics: "/RealTimeStatistics",
    cumulative_statistics: "/CumulativeStatistics",
  },
};

const taskChannels: Resource = {
  kind: "channels",
  segment: "TaskChannels",
  key: "channels",
  prefix: "TC",
  writable: {
    friendly_name: name,
    unique_name: text("UniqueName"),
    channel_optimized_routing: { name: "ChannelOptimizedRouting", type: "boolean" },
  },
  required: ["friendly_name", "unique_name"],
  once: ["unique_name"],
  defaults: { channel_optimized_routing: false },
  filters: {},
  links: {},
};

/** Reservations come with tasks; they are found under their task or their worker. */
export const reservations: Resource = {
  kind: "reservations",
  segment: "Reservations",
  key: "reservations",
  prefix: "WR",
  writable: {
    reservation_status: {
      name: "ReservationStatus",
      type: ["pending", "accepted", "rejected", "timeout", "canceled", "rescinded", "wrapping", "completed"],
    },
    activity_sid: text("WorkerActivitySid"),
  },
  required: [],
  defaults: {},
  filters: { reservation_status: text("ReservationStatus"), worker_sid: text("WorkerSid") },
  links: {},
  locked: true,
  given: true,
};

/** What a workspace holds in lists of their own. */
export const inWorkspace: readonly Resource[] = [activities, workers, tasks, taskQueues, workflows, taskChannels];
