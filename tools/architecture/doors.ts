import { isBuiltin } from "node:module";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { rolldown } from "rolldown";
import type { Room } from "./workspace.ts";

/** A way into a package: the specifier a user writes and the file it leads to. */
export interface Door {
  readonly specifier: string;
  readonly file: string;
}

/** Every door that must open anywhere: all but those that lead into `src/node/`. */
export function openDoors(rooms: readonly Room[]): readonly Door[] {
  return rooms
    .filter((room) => !room.isApp)
    .flatMap((room) =>
      Object.entries(room.manifest.exports ?? {})
        .filter(([, file]) => typeof file === "string" && file.endsWith(".ts") && !file.startsWith("./src/node/"))
        .map(([name, file]) => ({
          specifier: join(room.manifest.name, name).replaceAll("\\", "/"),
          file: join(room.folder, String(file)),
        })),
    );
}

/** A door bundled for a place without Node: one script that leaves the module in `door`, and the modules of Node left in it. */
export interface Bundle {
  readonly code: string;
  readonly nodeModules: readonly string[];
}

/** Bundles a file with everything it imports, as a web page's bundler would. */
export async function bundleForTheWeb(file: string): Promise<Bundle> {
  const bundle = await rolldown({
    input: file,
    platform: "browser",
    external: (id) => isBuiltin(id),
    onLog: () => undefined,
  });
  const { output } = await bundle.generate({ format: "iife", name: "door", codeSplitting: false });
  await bundle.close();
  const nodeModules = output.flatMap((chunk) =>
    chunk.type === "chunk" ? [...chunk.imports, ...chunk.dynamicImports] : [],
  );
  return { code: output[0].code, nodeModules: nodeModules.filter((id) => isBuiltin(id)) };
}

const everywhere = [
  ...["AbortController", "AbortSignal", "Blob", "Event", "EventTarget", "FormData", "Headers", "Request", "Response"],
  ...["ReadableStream", "TransformStream", "WritableStream", "TextDecoder", "TextEncoder", "URL", "URLSearchParams"],
  ...["atob", "btoa", "clearInterval", "clearTimeout", "console", "crypto", "fetch", "performance", "queueMicrotask"],
  ...["setInterval", "setTimeout", "structuredClone"],
];

/** What a page and a worker have beside the language and the common part of the web. */
export const webPlaces: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  browser: { document: {}, location: { href: "http://127.0.0.1/" } },
  worker: { WorkerGlobalScope: class WorkerGlobalScope {}, postMessage: () => undefined },
};

/** Runs a bundle where only the web's names are known; returns the names that the door exports. */
export function openIn(place: Readonly<Record<string, unknown>>, code: string): readonly string[] {
  const known = Object.fromEntries(everywhere.map((name) => [name, Reflect.get(globalThis, name)]));
  const context = createContext({ ...known, ...place });
  runInContext("globalThis.self = globalThis; if ('document' in globalThis) globalThis.window = globalThis;", context);
  runInContext(code, context, { timeout: 10_000 });
  return runInContext("typeof door === 'undefined' ? [] : Object.keys(door)", context) as readonly string[];
}
