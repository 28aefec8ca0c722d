import type { RoutingTarget } from "./cli/routing.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The command line with the options that the environment sets and the line does not: `FLEXBILL_AS_OF` is `--as-of`.
 * A switch is set by `1` or `true`.
 */
export function mirrorEnvironment(root: RoutingTarget, args: readonly string[], env: Environment): readonly string[] {
  const { target, rest } = descend(root, args);
  if (!("parameters" in target)) return args;
  const { flags = {}, aliases = {} } = target.parameters;
  const added = Object.entries(flags).flatMap(([name, { kind }]) => {
    const value = env[`FLEXBILL_${snake(name)}`];
    const letters = Object.entries(aliases).flatMap(([letter, flag]) => (flag === name ? [letter] : []));
    if (value === undefined || value === "" || isGiven(rest, name, letters)) return [];
    if (kind !== "boolean") return [`--${kebab(name)}=${value}`];
    return /^(1|true|yes)$/i.test(value) ? [`--${kebab(name)}`] : [];
  });
  return [...args.slice(0, args.length - rest.length), ...added, ...rest];
}

function descend(
  root: RoutingTarget,
  args: readonly string[],
): { readonly target: RoutingTarget; readonly rest: readonly string[] } {
  let target = root;
  let used = 0;
  for (const arg of args) {
    const inner = "getRoutingTargetForInput" in target ? target.getRoutingTargetForInput(arg) : undefined;
    if (inner === undefined) break;
    target = inner;
    used += 1;
  }
  const fallback = "getDefaultCommand" in target ? target.getDefaultCommand() : undefined;
  return { target: fallback ?? target, rest: args.slice(used) };
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

function isGiven(args: readonly string[], name: string, letters: readonly string[]): boolean {
  const spellings = [`--${name}`, `--${kebab(name)}`, ...letters.map((letter) => `-${letter}`)];
  return args.some((arg) => spellings.some((spelling) => arg === spelling || arg.startsWith(`${spelling}=`)));
}
