import { describeIssue, type Issue } from "@flexbill/kernel";

/** Issues as the control interface tells them, each with its sentence. */
export function describedIssues(issues: readonly Issue[]): readonly (Issue & { readonly message: string })[] {
  return issues.map((each) => ({ ...each, message: describeIssue(each, "en") }));
}
