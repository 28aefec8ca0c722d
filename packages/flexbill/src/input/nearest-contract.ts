import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The name of the contract file that is looked for. */
export const contractFile = "flexbill.yaml";

/** The nearest `flexbill.yaml` from a folder upwards, to the root of its repository and no further. */
export function nearestContract(folder: string): string | undefined {
  const candidate = join(folder, contractFile);
  if (existsSync(candidate)) return candidate;
  const above = dirname(folder);
  return existsSync(join(folder, ".git")) || above === folder ? undefined : nearestContract(above);
}
