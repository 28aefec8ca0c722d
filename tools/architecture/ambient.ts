import { isBuiltin } from "node:module";
import { globalsOf } from "./globals.ts";
import { nodeFolderOwners } from "./ladder.ts";
import { importsOf } from "./syntax.ts";
import { type Room, type Rule, type SourceFile, sourcesOf, type Violation } from "./workspace.ts";

/** Time, randomness, network, disk, console and the process itself: arguments, never reached for. */
const ambient: readonly string[] = [
  ...["Date.now", "new Date()", "Date()", "Temporal.Now", "performance"],
  ...["Math.random", "crypto", "eval", "Function"],
  ...["process", "Buffer", "require", "module", "__dirname", "__filename", "Deno", "Bun"],
  ...["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "navigator", "location", "document"],
  ...["localStorage", "sessionStorage", "indexedDB", "console"],
  ...["setTimeout", "setInterval", "setImmediate", "requestAnimationFrame"],
];

/** Signing and digesting give the same answer everywhere, so they are arithmetic; `crypto`'s randomness is not. */
const pureCrypto = "crypto.subtle.";

function isAmbient(name: string): boolean {
  if (name.startsWith(pureCrypto)) return false;
  return ambient.some((forbidden) => name === forbidden || name.startsWith(`${forbidden}.`));
}

/** Where the house allows the real world: flexbill, apps, and `src/node/` of three packages. */
function mayTouchTheWorld(room: Room, file: SourceFile): boolean {
  if (room.isApp || room.name === "flexbill") return true;
  return nodeFolderOwners.includes(room.name) && file.path.startsWith(`${room.folder}/src/node/`);
}

function ambientUses(file: SourceFile): readonly Violation[] {
  const names = globalsOf(file).filter(({ name }) => isAmbient(name));
  const modules = importsOf(file).filter(({ specifier }) => isBuiltin(specifier));
  return [
    ...names.map(({ name, line }) => ({
      file: file.path,
      line,
      message: `${name} is taken from the surroundings; take it as an argument`,
    })),
    ...modules.map(({ specifier, line }) => ({ file: file.path, line, message: `${specifier} is a module of Node` })),
  ];
}

export const noAmbientWorld: Rule = {
  sentence: "Time, randomness, network, disk and console are arguments outside flexbill, apps and src/node",
  check: ({ rooms }) =>
    rooms.flatMap((room) =>
      sourcesOf(room)
        .filter((file) => !mayTouchTheWorld(room, file))
        .flatMap(ambientUses),
    ),
};
