/** A check of the requirements model as it stands in the published file. */
interface ModelCheck {
  readonly CheckFunction?: string;
  readonly Items?: readonly ModelCheck[];
  readonly [argument: string]: unknown;
}

interface ModelRule {
  readonly Status: string;
  readonly Type: string;
  readonly ApplicabilityCriteria: readonly string[];
  readonly ValidationCriteria: {
    readonly Keyword: string;
    readonly Requirement: ModelCheck;
    readonly Condition: ModelCheck;
  };
}

/** The published requirements model, as far as it is read here. */
export interface RequirementsModel {
  readonly Details: { readonly FOCUSVersion: string };
  readonly ModelDatasets: Readonly<Record<string, { readonly ModelRules: readonly string[] }>>;
  readonly Schemas: Readonly<Record<string, { readonly Schema: unknown }>>;
  readonly ModelRules: Readonly<Record<string, ModelRule>>;
}

type Compact = readonly unknown[];

const plain: Readonly<Record<string, (check: ModelCheck) => Compact>> = {
  ColumnPresent: (c) => ["present", c["ColumnName"]],
  TypeString: (c) => ["form", "string", c["ColumnName"]],
  TypeDecimal: (c) => ["form", "decimal", c["ColumnName"]],
  TypeDateTime: (c) => ["form", "instant", c["ColumnName"]],
  TypeJSON: (c) => ["form", "json", c["ColumnName"]],
  FormatString: (c) => ["form", "text", c["ColumnName"]],
  FormatNumeric: (c) => ["form", "decimal", c["ColumnName"]],
  CheckDecimalValue: (c) => ["form", "decimal", c["ColumnName"]],
  FormatDateTime: (c) => ["form", "instant", c["ColumnName"]],
  FormatCurrency: (c) => ["form", "currency", c["ColumnName"]],
  CheckNationalCurrency: (c) => ["form", "national-currency", c["ColumnName"]],
  FormatUnit: (c) => ["form", "unit", c["ColumnName"]],
  FormatKeyValue: (c) => ["form", "key-value", c["ColumnName"]],
  FormatJSON: (c) => ["form", "json", c["ColumnName"]],
  CheckValue: (c) => ["is", c["ColumnName"], c["Value"]],
  CheckNotValue: (c) => ["not", c["ColumnName"], c["Value"]],
  CheckGreaterOrEqualThanValue: (c) => ["least", c["ColumnName"], c["Value"]],
  CheckLessOrEqualThanValue: (c) => ["most", c["ColumnName"], c["Value"]],
  CheckRegexMatch: (c) => ["match", c["ColumnName"], c["Pattern"]],
  CheckStringEndsWith: (c) => ["ends", c["ColumnName"], c["Value"]],
  CheckSameValue: (c) => ["same", c["ColumnAName"], c["ColumnBName"]],
  CheckColumnComparison: (c) => ["compare", c["ColumnAName"], c["Comparator"], c["ColumnBName"]],
  CheckDistinctCount: (c) => ["distinct", c["ColumnAName"], c["ColumnBName"], c["ExpectedCount"]],
  ColumnByColumnEqualsColumnValue: (c) => ["product", c["ColumnAName"], c["ColumnBName"], c["ResultColumnName"]],
  CheckJSONSchema: (c) => ["schema", c["ColumnName"], c["SchemaId"]],
};

function compactCheck(check: ModelCheck): Compact {
  const name = check.CheckFunction ?? "";
  if (name === "AND" || name === "OR")
    return [name === "AND" ? "all" : "any", (check.Items ?? []).map((item) => compactCheck(item))];
  const write = plain[name];
  if (write === undefined) throw new Error(`The model has a check function that is not known here: "${name}"`);
  return write(check);
}

interface Inherited {
  readonly when: readonly Compact[];
  readonly criteria: readonly string[];
}

/** The rules that a check refers to, where it does nothing else. */
function referredTo(check: ModelCheck): readonly string[] | undefined {
  if (check.CheckFunction === "CheckModelRule") return [String(check["ModelRuleId"])];
  const items = check.CheckFunction === "AND" || check.CheckFunction === "OR" ? (check.Items ?? []) : [];
  const rules = items.filter((item) => item.CheckFunction === "CheckModelRule");
  if (rules.length === 0) return undefined;
  if (rules.length < items.length) throw new Error("A check of the model mixes rules and checks");
  return rules.map((item) => String(item["ModelRuleId"]));
}

function leavesOf(model: RequirementsModel, id: string, inherited: Inherited): readonly Compact[] {
  const rule = model.ModelRules[id];
  if (rule === undefined) throw new Error(`The model refers to "${id}", which it does not have`);
  if (rule.Status !== "Active" || rule.Type !== "Static") return [];
  const { Keyword, Requirement, Condition } = rule.ValidationCriteria;
  const when = Condition.CheckFunction === undefined ? inherited.when : [...inherited.when, compactCheck(Condition)];
  const criteria = [...new Set([...inherited.criteria, ...rule.ApplicabilityCriteria])].sort();
  const children = referredTo(Requirement);
  // Where the model offers a choice between rules, each of them has a condition that leaves the others out: all hold.
  if (children !== undefined) return children.flatMap((child) => leavesOf(model, child, { when, criteria }));
  if (Keyword.startsWith("MAY")) return [];
  return [[id, Keyword.startsWith("MUST") ? "must" : "should", compactCheck(Requirement), when, criteria]];
}

const criteriaOf = (rule: Compact): readonly string[] => rule[4] as readonly string[];

/** A JSON schema without its prose. */
function withoutProse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProse);
  if (typeof value !== "object" || value === null) return value;
  const prose = ["description", "title", "default", "$schema", "$id"];
  const kept = Object.entries(value).filter(([key, inner]) => !(prose.includes(key) && typeof inner !== "object"));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutProse(inner)]));
}

/**
 * What can be read off a file, out of the published model: the static rules of status Active that say MUST or SHOULD,
 * each with every condition and criterion that it stands under.
 */
export function compactModel(model: RequirementsModel): string {
  const leaves = Object.entries(model.ModelDatasets).map(([name, { ModelRules }]) => ({
    name,
    rules: ModelRules.flatMap((id) => leavesOf(model, id, { when: [], criteria: [] })),
  }));
  const criteria = [...new Set(leaves.flatMap(({ rules }) => rules.flatMap(criteriaOf)))].sort();
  const datasets = leaves.map(({ name, rules: named }) => {
    const rules = named.map((rule) => [...rule.slice(0, 4), criteriaOf(rule).map((one) => criteria.indexOf(one))]);
    return `    ${JSON.stringify(name)}: [\n${rules.map((rule) => `      ${JSON.stringify(rule)}`).join(",\n")}\n    ]`;
  });
  const schemas = Object.entries(model.Schemas).map(
    ([id, { Schema }]) => `    ${JSON.stringify(id)}: ${JSON.stringify(withoutProse(Schema))}`,
  );
  // A criterion stands once, and rules name its place: the names would weigh a quarter of the file.
  const notice =
    "FinOps Open Cost and Usage Specification (FOCUS), (c) Joint Development Foundation Projects, LLC, FOCUS Series and its contributors, https://focus.finops.org, CC-BY-4.0, https://creativecommons.org/licenses/by/4.0/. Changed: the static, active rules of the requirements model, rewritten in a shorter form. Not endorsed by the FinOps Foundation.";
  return [
    "{",
    `  "version": ${JSON.stringify(model.Details.FOCUSVersion)},`,
    `  "notice": ${JSON.stringify(notice)},`,
    `  "criteria": ${JSON.stringify(criteria)},`,
    `  "schemas": {\n${schemas.join(",\n")}\n  },`,
    `  "datasets": {\n${datasets.join(",\n")}\n  }`,
    "}\n",
  ].join("\n");
}
