import { isBuiltin } from "node:module";
import { posix } from "node:path";
import { packageOf } from "./imports.ts";
import { importsOf } from "./syntax.ts";
import { type Manifest, type Room, type Rule, type SourceFile, sourcesOf, type Workspace } from "./workspace.ts";

function packagesUsedBy(files: readonly SourceFile[]): ReadonlySet<string> {
  const specifiers = files.flatMap(importsOf).map(({ specifier }) => specifier);
  const foreign = specifiers.filter((specifier) => !specifier.startsWith(".") && !isBuiltin(specifier));
  return new Set(foreign.map((specifier) => packageOf(specifier).name));
}

const names = (dependencies: Readonly<Record<string, string>> | undefined) => Object.keys(dependencies ?? {});
const runtimeNames = ({ dependencies, peerDependencies }: Manifest) => [
  ...names(dependencies),
  ...names(peerDependencies),
];

function ruleOfManifests(sentence: string, complaints: (room: Room, workspace: Workspace) => readonly string[]): Rule {
  return {
    sentence,
    check: (workspace) =>
      workspace.rooms.flatMap((room) =>
        complaints(room, workspace).map((message) => ({ file: `${room.folder}/package.json`, message })),
      ),
  };
}

/** What is built into one file needs nothing when it is installed, so there a development dependency is enough. */
const isBuiltIntoOneFile = ({ bin }: Manifest) => bin !== undefined;

/** The sources that other packages load: those behind the door, where the rest is built into a command's one file. */
function sourcesBehindDoor(room: Room): readonly SourceFile[] {
  const door = `${room.folder}/src/index.ts`;
  const found = new Map<string, SourceFile>();
  const walk = (path: string) => {
    const file = room.files.find((each) => each.path === path);
    if (file === undefined || found.has(path)) return;
    found.set(path, file);
    for (const { specifier } of importsOf(file))
      if (specifier.startsWith(".")) walk(posix.join(posix.dirname(path), specifier));
  };
  walk(door);
  return [...found.values()];
}

export const sourcesDeclare: Rule = ruleOfManifests("What sources import, the manifest declares", (room) => {
  const isBuilt = isBuiltIntoOneFile(room.manifest);
  const behindDoor = packagesUsedBy(isBuilt ? sourcesBehindDoor(room) : sourcesOf(room));
  const rest = isBuilt ? packagesUsedBy(sourcesOf(room)) : behindDoor;
  const needed = [...runtimeNames(room.manifest), room.manifest.name];
  const declared = [...needed, ...names(room.manifest.devDependencies)];
  return [
    ...[...behindDoor].filter((name) => !needed.includes(name)),
    ...[...rest].filter((name) => !behindDoor.has(name) && !declared.includes(name)),
  ].map((name) => `${name} is imported by sources and not a dependency`);
});

export const testsDeclare: Rule = ruleOfManifests("What tests import, a manifest declares", (room, workspace) => {
  const own = [...runtimeNames(room.manifest), ...names(room.manifest.devDependencies), room.manifest.name];
  const declared = [...own, ...workspace.sharedDevDependencies];
  return [...packagesUsedBy(room.files.filter((file) => file.isTest))]
    .filter((name) => !declared.includes(name))
    .map((name) => `${name} is imported by tests and declared nowhere`);
});

export const noIdleDependency: Rule = ruleOfManifests("No dependency is declared that nothing imports", (room) => {
  const bySources = packagesUsedBy(sourcesOf(room));
  const byAll = packagesUsedBy(room.files);
  const needed = isBuiltIntoOneFile(room.manifest) ? packagesUsedBy(sourcesBehindDoor(room)) : bySources;
  const idle = names(room.manifest.dependencies).filter((name) => !needed.has(name));
  const idleInTests = names(room.manifest.devDependencies).filter(
    (name) => !byAll.has(name) && !name.startsWith("@types/"),
  );
  return [...idle, ...idleInTests].map((name) => `${name} is declared and not imported`);
});

export const kernelStandsAlone: Rule = ruleOfManifests("kernel has no runtime dependency", (room) =>
  room.name === "kernel" ? runtimeNames(room.manifest).map((name) => `kernel depends on ${name}`) : [],
);
