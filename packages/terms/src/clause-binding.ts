import { type CalendarDate, monthOfDate } from "@flexbill/kernel";
import { type Answer, answer } from "./answer.ts";
import type { Clause } from "./clause.ts";
import type { Contract, PlanModel } from "./contract.ts";
import { emailThresholdRaised } from "./email-sla.ts";
import { inForce } from "./in-force.ts";
import { isPersonalized } from "./support-wording.ts";
import { updatedDpaApplies } from "./updated-dpa-applies.ts";

/**
 * Whether what a clause asks for, beside its edition, is so for an account on a day: the plan model that it speaks of,
 * an email package, the Personalized support plan.
 *
 * @example
 * ```ts
 * clauseConcerns(clauseById("T-09"), contract, date("2025-05-10")).reason; // "plan-named-user"
 * ```
 */
export function clauseConcerns(clause: Clause, contract: Contract, on: CalendarDate): Answer | undefined {
  switch (clause.binds) {
    case "account":
      return undefined;
    case "active-user-hour":
    case "named-user":
      return planIs(clause.id, contract, on, [clause.binds]);
    case "fair-usage":
      return planIs(clause.id, contract, on, ["active-user-hour", "named-user"]);
    case "dpa":
      return updatedDpaApplies(contract.facts);
    case "email":
      return emailThresholdRaised(contract.facts, monthOfDate(on));
    case "insights":
      return insights(clause.id, contract, on);
    case "personalized":
      return personalized(clause.id, contract, on);
    case "starter-code":
      return starterCode(clause.id, contract);
  }
}

function planIs(clause: string, contract: Contract, on: CalendarDate, models: readonly PlanModel[]): Answer {
  const model = inForce(contract.plan, on)?.model;
  if (model === undefined) return answer(clause, "unknown", "plan-unknown");
  const reasons = {
    "active-user-hour": "plan-active-user-hour",
    "named-user": "plan-named-user",
    "user-plus-usage": "plan-not-fair-usage",
  } as const;
  return answer(clause, models.includes(model) ? "yes" : "no", reasons[model]);
}

/** The Flex policy's rule on Insights data reaches an account on a fair-usage plan that has used Insights. */
function insights(clause: string, contract: Contract, on: CalendarDate): Answer {
  const plan = planIs(clause, contract, on, ["active-user-hour", "named-user"]);
  if (plan.verdict !== "yes") return plan;
  const { insightsLastUsed, insightsActivated } = contract.facts;
  return (insightsLastUsed ?? insightsActivated) === undefined ? answer(clause, "unknown", "insights-unknown") : plan;
}

function personalized(clause: string, { support }: Contract, on: CalendarDate): Answer {
  if (support === undefined) return answer(clause, "unknown", "support-unknown");
  const bought = isPersonalized(support.plan) && (support.from === undefined || support.from <= on);
  return bought ? answer(clause, "yes", "support-personalized") : answer(clause, "no", "support-other");
}

function starterCode(clause: string, { facts }: Contract): Answer {
  if (facts.starterCode === undefined) return answer(clause, "unknown", "starter-code-unknown");
  const used = Object.keys(facts.starterCode).length > 0;
  return used ? answer(clause, "yes", "starter-code-used") : answer(clause, "no", "starter-code-none");
}
