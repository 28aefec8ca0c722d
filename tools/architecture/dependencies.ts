import { isBuiltin } from "node:module";
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

export const sourcesDeclare: Rule = ruleOfManifests("What sources import, the manifest declares", (room) => {
  const declared = [...runtimeNames(room.manifest), room.manifest.name];
  return [...packagesUsedBy(sourcesOf(room))]
    .filter((name) => !declared.includes(name))
    .map((name) => `${name} is imported by sources and not a dependency`);
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
  const idle = names(room.manifest.dependencies).filter((name) => !bySources.has(name));
  const idleInTests = names(room.manifest.devDependencies).filter(
    (name) => !byAll.has(name) && !name.startsWith("@types/"),
  );
  return [...idle, ...idleInTests].map((name) => `${name} is declared and not imported`);
});

export const kernelStandsAlone: Rule = ruleOfManifests("kernel has no runtime dependency", (room) =>
  room.name === "kernel" ? runtimeNames(room.manifest).map((name) => `kernel depends on ${name}`) : [],
);
