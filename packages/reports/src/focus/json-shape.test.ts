import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import data from "../../data/focus-1.4.json" with { type: "json" };
import { schemaOf } from "./json-shape.ts";

const schemas = Object.entries(data.schemas);
const names = ["Elements", "ContractId", "ContractCommitmentId", "ContractCommitmentAppliedCost", "UsageUnit"];
const others = [
  "ContractCommitmentAppliedQuantity",
  "ContractCommitmentAppliedUnit",
  "AllocatedRatio",
  "UsageQuantity",
];
const scopes = [
  "IsGlobalScope",
  "IsComplexScope",
  "Inclusions",
  "InclusionOperator",
  "Exclusions",
  "ExclusionOperator",
];
const rules = [
  "Dimension",
  "Operator",
  "Values",
  "Applicability",
  "CommitmentPrograms",
  "ProgramType",
  "x_Own",
  "Cost",
];
const scalar = fc.constantFrom(null, true, false, 0, 0.5, 1, 2, "*", "a", "In", "Exists", "And", "Or");

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    scalar,
    fc.array(tie("value"), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom(...names, ...others, ...scopes, ...rules), tie("value"), { maxKeys: 4 }),
  ),
}));
const rule = fc.record(
  { Dimension: scalar, Operator: scalar, Values: fc.array(scalar, { maxLength: 2 }) },
  { requiredKeys: ["Dimension"] },
);
const scope = fc.record(
  {
    IsGlobalScope: scalar,
    IsComplexScope: scalar,
    InclusionOperator: scalar,
    Inclusions: fc.array(rule, { maxLength: 2 }),
    Exclusions: fc.array(rule, { maxLength: 2 }),
    ExclusionOperator: scalar,
  },
  { requiredKeys: [] },
);
const element = fc.record(
  {
    ContractId: scalar,
    ContractCommitmentId: scalar,
    ContractCommitmentAppliedCost: scalar,
    ContractCommitmentAppliedQuantity: scalar,
    ContractCommitmentAppliedUnit: scalar,
    AllocatedRatio: scalar,
    UsageUnit: scalar,
    UsageQuantity: scalar,
  },
  { requiredKeys: ["ContractId"] },
);
const elements = fc.record({ Elements: fc.array(element, { maxLength: 2 }) });

test.each(schemas)("%s decides as a whole JSON Schema validator does", (_, schema) => {
  const oracle = new Ajv2020({ strict: false }).compile(schema);
  const shape = schemaOf(schema);
  fc.assert(
    fc.property(fc.oneof(value, scope, elements), (candidate) => {
      const plain: unknown = JSON.parse(JSON.stringify(candidate));
      expect(shape(plain)).toBe(oracle(plain));
    }),
    { numRuns: 2000 },
  );
});

test("a keyword that is not known is refused when the schema is read", () => {
  expect(() => schemaOf({ dependentRequired: {} })).toThrow('"dependentRequired"');
});
