import { readFileSync } from "node:fs";

/** One operation of Twilio's description, as fixtures/openapi keeps it. */
export interface Operation {
  /** File and name, such as `api_v2010 ListCall`. */
  readonly id: string;
  readonly tier: number;
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly successStatus: string;
  readonly responseSchema?: object;
  readonly listKey?: string;
}

type Stored = Omit<Operation, "id" | "host"> & { readonly operationId: string };

const folder = new URL("../../../../fixtures/openapi/", import.meta.url);
const files = [
  "api_v2010",
  "taskrouter_v1",
  "flex_v1",
  "flex_v2",
  "conversations_v1",
  "pricing_v1",
  "pricing_v2",
  "monitor_v1",
  "insights_v1",
];

function read(file: string): readonly Operation[] {
  const text = readFileSync(new URL(`${file}.json`, folder), "utf8");
  const { host, operations } = JSON.parse(text) as { host: string; operations: readonly Stored[] };
  return operations.map(({ operationId, ...operation }) => ({ ...operation, host, id: `${file} ${operationId}` }));
}

/** Every operation of Twilio's that the repository describes, by file and name. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  files.flatMap(read).map((operation) => [operation.id, operation]),
);

/** The operation of that name; one that is not described is a mistake of the suite. */
export function operationOf(id: string): Operation {
  const operation = operations.get(id);
  if (operation === undefined) throw new Error(`No operation "${id}" is described`);
  return operation;
}
