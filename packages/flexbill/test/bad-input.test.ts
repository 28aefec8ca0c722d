import { describe, expect, test } from "vitest";
import { contract, createFolder, presence } from "./command.ts";

const folder = createFolder();
folder.write("flexbill.yaml", contract);
folder.write("good.ndjson", `${presence("1")}\n`);
const rate = (events: string, ...more: readonly string[]) =>
  folder.run(["rate", "--events", events, "--month", "2025-05", ...more]);
/** The second line of an event file, wrong in one way. */
const withLine = (name: string, line: string | Uint8Array): string => {
  folder.write(
    name,
    Buffer.concat([Buffer.from(`${presence("1")}\n`), Buffer.from(line), Buffer.from(`\n${presence("3")}\n`)]),
  );
  return name;
};

describe("a contract", { timeout: 60_000 }, () => {
  test("with several mistakes lists them all, each with file, line, column, path, found and wanted", async () => {
    const wrong = contract
      .replace('"1.00"', '"1,00"')
      .replace("currency: USD", "currency: DOLLARS")
      .replace("from: 2025-04-01", "from: 2025-13-01");
    folder.write("wrong.yaml", wrong);
    const { status, out, err } = await rate("good.ndjson", "--contract", "wrong.yaml", "-o", "invoice.txt");
    expect(status).toBe(2);
    expect(out).toBe("");
    expect(err).toMatch(/^wrong\.yaml:2:11: error schema\.currency: .*"DOLLARS".*wanted.*\(\/currency\)$/m);
    expect(err).toMatch(/^wrong\.yaml:6:\d+: error schema\.date: .*"2025-13-01".*wanted.*\(\/plan\/0\/from\)$/m);
    expect(err).toMatch(/^wrong\.yaml:6:\d+: error schema\.decimal: .*"1,00".*wanted.*\(\/plan\/0\/price\)$/m);
    expect(err).toContain("3 errors; nothing was written");
    expect(folder.names()).not.toContain("invoice.txt");
  });

  test.for([
    ["an empty file", "", "empty.yaml:1:1: error schema.empty"],
    ["a binary file", new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]), "empty.yaml:1:1: error schema.binary"],
    ["a file in another encoding", new Uint8Array([0xff, 0xfe, 0x61, 0]), "empty.yaml:1:1: error schema.encoding"],
    ["a file that is no YAML", "plan: [", "empty.yaml:1:"],
  ] as const)("that is %s is refused", async ([, content, message]) => {
    folder.write("empty.yaml", content);
    const { status, err, out } = await rate("good.ndjson", "--contract", "empty.yaml");
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain(message);
  });

  test("that is missing, or a folder, is refused", async () => {
    expect(await rate("good.ndjson", "--contract", "nowhere.yaml")).toMatchObject({
      status: 2,
      err: expect.stringContaining("nowhere.yaml:1:1: error schema.file-missing"),
    });
    expect(await rate("good.ndjson", "--contract", ".")).toMatchObject({
      status: 2,
      err: expect.stringContaining("error schema.file-directory"),
    });
  });

  test("as JSON names a trailing comma with its place", async () => {
    folder.write("comma.json", '{\n  "account": "AC1",\n}');
    const { status, err } = await rate("good.ndjson", "--contract", "comma.json");
    expect(status).toBe(2);
    expect(err).toMatch(/^comma\.json:[23]:\d+: error schema\.syntax/m);
  });
});

describe("events with mistakes", { timeout: 60_000 }, () => {
  test("with several mistakes list them all, and no file is created or truncated", async () => {
    folder.write(
      "bad.ndjson",
      `${presence("1").replace("2025-05-06T09:00:00Z", "yesterday")}\n{"type":"dev.flexbill.presence",}\n${presence("2")}\n${presence("3").replace('"user":"WK0000000000000000000000000000000a",', "")}\n`,
    );
    folder.write("kept.txt", "as it was");
    const { status, out, err } = await rate("bad.ndjson", "-o", "kept.txt");
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(/^bad\.ndjson:1:\d+: error schema\.instant: .*"yesterday".*wanted.*\(\/data\/start\)$/m);
    expect(err).toMatch(/^bad\.ndjson:2:\d+: error schema\.syntax/m);
    expect(err).toMatch(/^bad\.ndjson:4:\d+: error schema\.missing: .*wanted.*\(\/data\/user\)$/m);
    expect(folder.read("kept.txt")).toBe("as it was");
    expect(folder.names().filter((name) => name.endsWith(".partial"))).toEqual([]);
  });

  test("and the contract are complained of together", async () => {
    folder.write("wrong2.yaml", contract.replace("currency: USD", "currency: X"));
    folder.write("bad2.ndjson", "{}\n");
    const { err, status } = await rate("bad2.ndjson", "--contract", "wrong2.yaml");
    expect(status).toBe(2);
    expect(err).toContain("wrong2.yaml:2:11: error schema.currency");
    expect(err).toMatch(/^bad2\.ndjson:1:\d+: error schema\./m);
  });

  test.for([
    [
      "an unknown type",
      presence("2").replace("flexbill.presence", "flexbill.sleep"),
      /^a\.ndjson:2:\d+: error schema\.event-type: .*dev\.flexbill\.sleep/m,
    ],
    [
      "a specversion of the future",
      presence("2").replace('"1.0"', '"2.0"'),
      /^a\.ndjson:2:\d+: error schema\.version: .*"2\.0"/m,
    ],
    ["a trailing comma", '{"specversion":"1.0",}', /^a\.ndjson:2:\d+: error schema\.syntax/m],
    ["a line of a megabyte that is no JSON", "x".repeat(1024 * 1024), /^a\.ndjson:2:\d+: error schema\.syntax/m],
    ["bytes that are no text", new Uint8Array([0x7b, 0xff, 0x7d]), /^a\.ndjson:2:1: error schema\.encoding/m],
    ["a NUL byte", new Uint8Array([0x7b, 0, 0x7d]), /^a\.ndjson:2:1: error schema\.binary/m],
  ] as const)("with %s name the line", async ([, line, message]) => {
    const { status, out, err } = await rate(withLine("a.ndjson", line));
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
    expect(err.length).toBeLessThan(2000);
  });

  test("that are missing, or a folder, are refused", async () => {
    expect(await rate("nothing.ndjson")).toMatchObject({
      status: 2,
      out: "",
      err: expect.stringContaining("nothing.ndjson:1:1: error schema.file-missing"),
    });
    expect(await rate(".")).toMatchObject({
      status: 2,
      out: "",
      err: expect.stringContaining("error schema.file-directory"),
    });
  });

  test("that are none are rated, with a note", async () => {
    folder.write("none.ndjson", "");
    const { status, out, err } = await rate("none.ndjson");
    expect(status).toBe(0);
    expect(err).toBe("Note: none.ndjson holds no events\n");
    expect(out).toMatch(/Total USD +0\.00/);
    expect((await rate("none.ndjson", "--quiet")).err).toBe("");
  });

  test("with a byte order mark, CRLF, empty lines and a line of a megabyte are read like any other", async () => {
    const label = JSON.stringify({ note: "x".repeat(1024 * 1024) });
    const long = presence("2").replace('"data":{', `"data":{"labels":${label},`);
    folder.write("odd.ndjson", `\uFEFF${presence("1")}\r\n\r\n${long}\r\n${presence("3")}`);
    const { status, out, err } = await rate("odd.ndjson", "--format", "json");
    expect([status, err]).toEqual([0, ""]);
    expect(JSON.parse(out).charges[0]).toMatchObject({ id: "license/flex-active-user-hour", quantity: "1" });
  });

  test("with a member that nobody knows are rated, and it is told once", async () => {
    const odd = (id: string) => presence(id).replace('"data":{', '"data":{"mood":"fine",');
    folder.write("strange.ndjson", `${odd("1")}\n${odd("2")}\n`);
    const { status, out } = await rate("strange.ndjson", "--format", "json");
    expect(status).toBe(0);
    expect(JSON.parse(out).issues.filter((issue: { code: string }) => issue.code === "unknown-member")).toHaveLength(1);
  });
});
