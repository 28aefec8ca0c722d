import type { Step } from "./step.ts";

const lists = ["", "AllTime", "Daily", "Monthly", "Yearly", "Today", "Yesterday", "ThisMonth", "LastMonth"];

const everyList: readonly Step[] = lists.flatMap((list): readonly Step[] => {
  const call = `api_v2010 ListUsageRecord${list}`;
  return [
    { call, about: "page by page", query: "StartDate=2026-02-02", walk: 300 },
    {
      call,
      about: "of a category, without subaccounts",
      query: "Category=totalprice&IncludeSubaccounts=False",
      walk: 50,
    },
  ];
});

/** Usage Records and Usage Triggers. */
export const stepsOfUsage: readonly Step[] = [
  ...everyList,
  {
    call: "api_v2010 ListUsageRecordDaily",
    about: "filtered, in small pages",
    query: "Category=sms&StartDate=2026-01-01&EndDate=2026-01-31",
    walk: 7,
    holds: { "usage_records.0.start_date": "2026-01-31", "usage_records.0.count_unit": "messages" },
  },
  {
    call: "api_v2010 ListUsageRecord",
    about: "by offsets",
    query: "Category=sms&StartDate=-2days&EndDate=%2B30days",
    holds: { "usage_records.0.start_date": "2026-02-01", "usage_records.0.end_date": "2026-02-03" },
  },
  {
    call: "api_v2010 ListUsageRecord",
    about: "of an unknown category",
    query: "Category=no-such-thing",
    holds: { "usage_records.0": undefined, start: 0, end: 0 },
  },
  {
    call: "api_v2010 ListUsageRecord",
    about: "with a size above the most",
    query: "PageSize=2000",
    holds: { page_size: 1000 },
  },
  {
    call: "api_v2010 ListUsageRecord",
    about: "with an end before the start",
    query: "StartDate=2026-01-02&EndDate=2026-01-01",
    status: 404,
    code: 20404,
  },
  {
    call: "api_v2010 ListUsageRecord",
    about: "before there was an account",
    query: "EndDate=2020-01-01",
    status: 404,
    code: 20404,
  },
  {
    call: "api_v2010 ListUsageRecord",
    about: "from a date that is none",
    query: "StartDate=soon",
    status: 400,
    code: null,
    holds: { message: "Invalid StartDate" },
  },
  {
    call: "api_v2010 ListUsageRecord",
    about: "to a date that is none",
    query: "EndDate=2026-02-30",
    status: 400,
    code: null,
    holds: { message: "Invalid EndDate" },
  },
  {
    call: "api_v2010 ListUsageRecord",
    about: "a later page without a token",
    query: "Page=1",
    status: 400,
    code: 70002,
  },
  {
    call: "api_v2010 ListUsageRecord",
    about: "a token of nobody",
    query: "Page=1&PageToken=x",
    status: 400,
    code: 20001,
  },
  { call: "api_v2010 ListUsageRecord", about: "in a region", host: "api.dublin.ie1.twilio.com", query: "Category=sms" },
  {
    call: "api_v2010 CreateUsageTrigger",
    form: { CallbackUrl: "http://127.0.0.1:9/hook?tenant=7", TriggerValue: "+30", UsageCategory: "sms" },
    learn: { trigger: "sid" },
    holds: {
      trigger_value: "38.000000",
      current_value: "8",
      callback_method: "POST",
      trigger_by: "usage",
      recurring: null,
      date_fired: null,
    },
  },
  {
    call: "api_v2010 CreateUsageTrigger",
    about: "with all that may be said",
    form: {
      CallbackUrl: "http://127.0.0.1:9/hook",
      CallbackMethod: "GET",
      FriendlyName: "Budget",
      Recurring: "monthly",
      TriggerBy: "price",
      TriggerValue: "60",
      UsageCategory: "totalprice",
    },
    learn: { monthly: "sid" },
    holds: {
      recurring: "monthly",
      trigger_by: "price",
      callback_method: "GET",
      usage_record_uri: /ThisMonth\.json\?Category=totalprice$/,
    },
  },
  { call: "api_v2010 ListUsageTrigger", walk: 1 },
  {
    call: "api_v2010 ListUsageTrigger",
    about: "filtered",
    query: "Recurring=monthly&TriggerBy=price&UsageCategory=totalprice",
    holds: { "usage_triggers.0.sid": "{monthly}", "usage_triggers.1": undefined },
  },
  {
    call: "api_v2010 ListUsageTrigger",
    about: "that do not recur",
    query: "Recurring=alltime",
    holds: { "usage_triggers.0.sid": "{trigger}", "usage_triggers.1": undefined },
  },
  {
    call: "api_v2010 FetchUsageTrigger",
    at: { Sid: "{trigger}" },
    holds: { friendly_name: "Trigger for sms at usage of 38" },
  },
  {
    call: "api_v2010 UpdateUsageTrigger",
    at: { Sid: "{trigger}" },
    form: { FriendlyName: "Renamed", CallbackMethod: "GET" },
    holds: { friendly_name: "Renamed", callback_method: "GET" },
  },
  ...[
    "TriggerValue=-1",
    "UsageCategory=nothing",
    "Recurring=hourly",
    "CallbackUrl=x",
    "TriggerBy=mood",
    `FriendlyName=${"x".repeat(65)}`,
  ].map((wrong): Step => {
    const [name = "", value = ""] = wrong.split("=");
    return {
      call: "api_v2010 CreateUsageTrigger",
      about: `with a wrong ${name}`,
      form: { CallbackUrl: "http://127.0.0.1:9/", TriggerValue: "1", UsageCategory: "sms", [name]: value },
      status: 400,
      code: 20001,
    };
  }),
  { call: "api_v2010 DeleteUsageTrigger", at: { Sid: "{trigger}" } },
  { call: "api_v2010 FetchUsageTrigger", about: "deleted", at: { Sid: "{trigger}" }, status: 404, code: 20404 },
  { call: "api_v2010 DeleteUsageTrigger", about: "deleted", at: { Sid: "{trigger}" }, status: 404, code: 20404 },
];
