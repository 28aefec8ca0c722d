import { posix } from "node:path";
import { isOnLadder, standsOn } from "./ladder.ts";
import { type Import, importsOf } from "./syntax.ts";
import type { Room, Rule, SourceFile, Violation, Workspace } from "./workspace.ts";

/** `@flexbill/kernel/deep/file` → the package `@flexbill/kernel` and the door `./deep/file`. */
export function packageOf(specifier: string): { readonly name: string; readonly door: string } {
  const parts = specifier.split("/");
  const length = specifier.startsWith("@") ? 2 : 1;
  return { name: parts.slice(0, length).join("/"), door: [".", ...parts.slice(length)].join("/") };
}

interface Imported {
  readonly room: Room;
  readonly file: SourceFile;
  readonly imported: Import;
}

function eachImport({ rooms }: Workspace): readonly Imported[] {
  return rooms.flatMap((room) =>
    room.files.flatMap((file) => importsOf(file).map((imported) => ({ room, file, imported }))),
  );
}

function ruleOfImports(sentence: string, complaint: (use: Imported, workspace: Workspace) => string | undefined): Rule {
  const check = (workspace: Workspace): readonly Violation[] =>
    eachImport(workspace).flatMap((use) => {
      const message = complaint(use, workspace);
      return message === undefined ? [] : [{ file: use.file.path, line: use.imported.line, message }];
    });
  return { sentence, check };
}

function targetOf(specifier: string, { rooms }: Workspace): Room | undefined {
  if (specifier.startsWith(".")) return undefined;
  const { name } = packageOf(specifier);
  return rooms.find((room) => room.manifest.name === name);
}

export const importsPointDown: Rule = ruleOfImports(
  "Sources import only from packages below their own",
  ({ room, file, imported }, workspace) => {
    const target = targetOf(imported.specifier, workspace);
    if (target === undefined || target === room || file.isTest) return undefined;
    const allowed = room.isApp ? !target.isApp : standsOn(room.name).includes(target.name);
    return allowed ? undefined : `${room.name} does not stand on ${target.name}`;
  },
);

export const importsUseDoors: Rule = ruleOfImports(
  "Another package is entered by its doors only",
  ({ imported }, workspace) => {
    const target = targetOf(imported.specifier, workspace);
    if (target === undefined) return undefined;
    const { name, door } = packageOf(imported.specifier);
    return Object.hasOwn(target.manifest.exports ?? {}, door) ? undefined : `${door} is no door of ${name}`;
  },
);

export const noReachIn: Rule = ruleOfImports(
  "No file is reached by a relative path through another package",
  ({ room, file, imported }) => {
    if (!imported.specifier.startsWith(".")) return undefined;
    const target = posix.join(posix.dirname(file.path), imported.specifier);
    if (target.startsWith(`${room.folder}/`)) return undefined;
    const isFree = file.isTest && !/^(packages|apps)\//.test(target);
    return isFree ? undefined : `${imported.specifier} leaves ${room.folder}`;
  },
);

export const everyPackageHasAPlace: Rule = {
  sentence: "Every package has a place on the ladder",
  check: ({ rooms }) =>
    rooms
      .filter((room) => !room.isApp && !isOnLadder(room.name))
      .map((room) => ({ file: `${room.folder}/package.json`, message: `${room.name} is not on the ladder` })),
};
