import data from "../../data/focus-1.4.json" with { type: "json" };

/** The datasets of FOCUS 1.4, each a file of its own. */
export const focusDatasets = ["CostAndUsage", "InvoiceDetail", "BillingPeriod", "ContractCommitment"] as const;

/** A dataset of FOCUS 1.4. */
export type FocusDataset = (typeof focusDatasets)[number];

/** What a cell has to look like. */
export type CellForm =
  | "string"
  | "text"
  | "decimal"
  | "instant"
  | "currency"
  | "national-currency"
  | "unit"
  | "key-value"
  | "json";

/** A check of the requirements model; the columns are names. */
export type FocusCheck =
  | readonly ["present", column: string]
  | readonly ["form", form: CellForm, column: string]
  | readonly ["is" | "not", column: string, value: string | number | null]
  | readonly ["least" | "most", column: string, value: number]
  | readonly ["match" | "ends", column: string, text: string]
  | readonly ["same", column: string, other: string]
  | readonly ["compare", column: string, comparator: string, other: string]
  | readonly ["distinct", column: string, other: string, count: number]
  | readonly ["product", column: string, times: string, result: string]
  | readonly ["schema", column: string, id: string]
  | readonly ["all" | "any", checks: readonly FocusCheck[]];

/** A rule of the model: what must hold, where all of `when` hold and the file claims all of `criteria`. */
export interface FocusRule {
  readonly id: string;
  readonly level: "must" | "should";
  readonly check: FocusCheck;
  readonly when: readonly FocusCheck[];
  readonly criteria: readonly string[];
}

type StoredRule = readonly [
  id: string,
  level: FocusRule["level"],
  check: FocusCheck,
  when: readonly FocusCheck[],
  /** Places in the list of criteria. */
  criteria: readonly number[],
];

const stored = data as unknown as {
  readonly version: string;
  readonly criteria: readonly string[];
  readonly schemas: Readonly<Record<string, object>>;
  readonly datasets: Readonly<Record<FocusDataset, readonly StoredRule[]>>;
};

/** The version of FOCUS whose rules these are. */
export const focusVersion: string = stored.version;

/** A JSON schema of the model. */
export const focusSchema = (id: string): object => stored.schemas[id] ?? {};

const read = new Map<FocusDataset, readonly FocusRule[]>();

/** The rules of a dataset, in the model's order. */
export function focusRules(dataset: FocusDataset): readonly FocusRule[] {
  const rules =
    read.get(dataset) ??
    stored.datasets[dataset].map(([id, level, check, when, places]) => {
      const criteria = places.flatMap((place) => stored.criteria[place] ?? []);
      return { id, level, check, when, criteria };
    });
  read.set(dataset, rules);
  return rules;
}

/** The columns of a dataset, mandatory or not. */
export function focusColumns(dataset: FocusDataset): readonly string[] {
  return focusRules(dataset).flatMap(({ check }) => (check[0] === "present" ? [check[1]] : []));
}

/** Every criterion that a rule of a dataset names. */
export function focusCriteria(dataset: FocusDataset): readonly string[] {
  return [...new Set(focusRules(dataset).flatMap(({ criteria }) => criteria))].sort();
}
