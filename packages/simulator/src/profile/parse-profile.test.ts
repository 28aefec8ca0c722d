import { readYaml } from "@flexbill/documents";
import { describeIssue } from "@flexbill/kernel";
import { expect, test } from "vitest";
import { parseProfile } from "./parse-profile.ts";
import { profileById, profileIds } from "./shipped.ts";

const lines = `schema: flexbill.profile/1
id: small
title: { en: Small, ja: 小 }
account: AC00000000000000000000000000000001
timeZone: Europe/Berlin
country: DE
opened: 2023-01-10T00:00:00Z
activities:
  logout: { sid: WA00000000000000000000000000000001, name: Offline }
  available: { sid: WA00000000000000000000000000000002, name: Available }
  wrapUp: { sid: WA00000000000000000000000000000003, name: Wrap Up }
  break: { sid: WA00000000000000000000000000000004, name: Break }
teams:
  - id: desk
    shifts: [{ name: day, users: 4, start: "08:00", minutes: 480, weekdays: [1, 2, 3, 4, 5] }]
queues:
  - { id: calls, teams: [desk] }
calls:
  - id: line
    number: { numberType: local }
    arrivals: { perDay: 60 }
    queue: calls
    patienceSeconds: { mean: 120 }
    talkSeconds: [20, 200, 600]
`;

/** The problems of the small profile after some of its text is replaced, as place and sentence. */
function problemsWith(...replacements: readonly (readonly [string, string])[]): readonly string[] {
  const text = replacements.reduce((whole, [from, to]) => {
    expect(whole).toContain(from);
    return whole.replace(from, to);
  }, lines);
  const read = readYaml(text);
  if (!read.ok) throw new Error("the text is YAML");
  const parsed = parseProfile(read.value);
  return parsed.issues.map(
    (issue) => `${issue.at?.line}:${issue.at?.column} ${issue.code} ${describeIssue(issue, "en")}`,
  );
}

test("a profile that is in order reads, and every shipped one is", () => {
  expect(problemsWith()).toEqual([]);
  for (const id of profileIds) expect(parseProfile(profileById(id)).issues).toEqual([]);
});

test("every mistake is named at once, in the order of the text, with the nearest valid word", () => {
  const found = problemsWith(
    ["teams:\n", "taems: []\nteams:\n"],
    ["    number: { numberType: local }", "    number: { numberType: lcoal }"],
    ["teams: [desk]", "teams: [dsk]"],
    ["    queue: calls", "    queue: cals"],
    ["[20, 200, 600]", "[20, 600, 200]"],
    ["Europe/Berlin", "Europe/Bern"],
  );
  expect(found.map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
    "5:11 schema.time-zone",
    "13:1 schema.value",
    "18:26 schema.unknown-name",
    "21:27 schema.value",
    "23:12 schema.unknown-name",
    "25:18 schema.value",
  ]);
  for (const [at, word] of [
    [1, "teams"],
    [2, "desk"],
    [3, "local, or another one of"],
    [4, "calls"],
    [5, "quantiles that do not fall"],
  ] as const)
    expect(found[at]).toContain(word);
});

test.for([
  ["users: 4", "users: 0", "profile.no-agents"],
  ["minutes: 480", "minutes: 0", "profile.empty-shift"],
  ["minutes: 480", "minutes: 1500", "profile.overlapping-shift"],
  ["perDay: 60", "perDay: 6000", "profile.overloaded"],
  ['start: "08:00"', 'start: "25:00"', "schema.value"],
  ["id: line", "id: line\n    account: brnd", "schema.unknown-name"],
] as const)("%s made %s is %s and nothing else", ([from, to, code]) => {
  const found = problemsWith([from, to]);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(` ${code} `);
});

test("a queue that nobody serves is named, and how far an overload goes is told", () => {
  const team = '  - { id: idle, shifts: [{ name: a, users: 0, start: "08:00", minutes: 60, weekdays: [1] }] }\nqueues:';
  expect(problemsWith(["queues:", team], ["teams: [desk]", "teams: [idle]"])).toEqual([
    expect.stringContaining("profile.unserved-queue"),
  ]);
  expect(problemsWith(["perDay: 60", "perDay: 6000"])[0]).toMatch(/\d+ hours of work a week, 160 hours at work/);
});

test("a name that is given twice is found where it comes again", () => {
  const [found] = problemsWith(["queues:\n", "queues:\n  - { id: calls, teams: [desk] }\n"]);
  expect(found).toContain("18:11 schema.duplicate-name");
});

test("a day that no calendar has is a mistake wherever a profile dates something", () => {
  const found = problemsWith(
    ["opened:", 'enforceLogout: [{ from: "soon", on: true }]\nopened:'],
    ["opened:", 'holidays: [{ date: "2026-02-30" }]\nopened:'],
    [
      "opened:",
      'campaigns: [{ name: sale, from: "2026-13-01", to: "2026-12-32", lines: [line], arrivals: 200 }]\nopened:',
    ],
    ["name: Offline }", 'name: Offline, renamed: [{ from: "2026-06-31", name: Away }] }'],
    ["name: Break }", 'name: Break, renamed: [{ from: "2026-6-1", name: Pause }] }'],
  );
  expect(found).toEqual([
    '7:25 schema.date Not a date: found "soon", wanted a date such as 2025-04-01',
    '8:20 schema.value The value is not allowed here: found "2026-02-30", wanted a day of every year such as 12-25',
    '9:33 schema.date Not a date: found "2026-13-01", wanted a date such as 2025-04-01',
    '9:51 schema.date Not a date: found "2026-12-32", wanted a date such as 2025-04-01',
    '12:87 schema.date Not a date: found "2026-06-31", wanted a date such as 2025-04-01',
    '15:84 schema.date Not a date: found "2026-6-1", wanted a date such as 2025-04-01',
  ]);
});
