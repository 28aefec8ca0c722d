import { createWriteStream, unlinkSync } from "node:fs";
import { rename, unlink } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { finished } from "node:stream/promises";
import type { Host } from "../host.ts";

/** Where a command's result goes. */
export interface Target {
  readonly write: (text: string) => void | Promise<void>;
  /** The result is whole: puts a file in its place. */
  readonly keep: () => Promise<void>;
  /** There is no result: nothing is left behind, and a file that was there before stays as it was. */
  readonly drop: () => Promise<void>;
}

/** Standard output, or a file that is written aside and renamed when it is whole. */
export function openTarget(path: string | undefined, host: Host): Target {
  if (path === undefined || path === "-") return { write: host.out.write, keep: nothing, drop: nothing };
  return fileTarget(resolve(host.cwd, path), host);
}

const nothing = async (): Promise<void> => undefined;

function fileTarget(path: string, host: Host): Target {
  const aside = join(dirname(path), `.${basename(path)}.${host.now().toString(36)}.partial`);
  const stream = createWriteStream(aside, { flags: "wx" });
  const done = finished(stream);
  done.catch(() => undefined);
  const stay = host.onStop(() => unlinkSync(aside));
  const drop = async (): Promise<void> => {
    stream.destroy();
    stay();
    await done.catch(() => undefined);
    await unlink(aside).catch(() => undefined);
  };
  return {
    write: (text) =>
      stream.write(text)
        ? undefined
        : Promise.race([done, new Promise<void>((resume) => stream.once("drain", () => resume()))]),
    keep: async () => {
      stream.end();
      try {
        await done;
        await rename(aside, path);
      } catch (error) {
        await drop();
        throw error;
      }
      stay();
    },
    drop,
  };
}
