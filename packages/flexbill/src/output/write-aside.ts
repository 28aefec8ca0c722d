import { createWriteStream, statSync, unlinkSync, type WriteStream } from "node:fs";
import { rename, unlink } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { finished } from "node:stream/promises";
import type { Host } from "../host.ts";

/** Where a command's result goes. */
export interface Target {
  readonly write: (piece: string | Uint8Array) => void | Promise<void>;
  /** The result is whole: puts a file in its place. */
  readonly keep: () => Promise<void>;
  /** There is no result: nothing is left behind, and a file that was there before stays as it was. */
  readonly drop: () => Promise<void>;
}

/** Standard output, or a file that is written aside and renamed when it is whole. */
export function openTarget(path: string | undefined, host: Host): Target {
  if (path === undefined || path === "-") return outTarget(host);
  const full = resolve(host.cwd, path);
  return kindOf(full) === "device" ? deviceTarget(full) : fileTarget(full, host);
}

/** Whether a result would replace what is there already and nobody said that it may. */
export function isTaken(path: string | undefined, host: Host, force: boolean): path is string {
  return path !== undefined && path !== "-" && !force && kindOf(resolve(host.cwd, path)) === "file";
}

/** Whether a path is there and no folder that files could be put in. */
export function isNoFolder(path: string, host: Host): boolean {
  return statSync(resolve(host.cwd, path), { throwIfNoEntry: false })?.isDirectory() === false;
}

/** A terminal, a pipe and the like are written to, never replaced. */
function kindOf(path: string): "file" | "device" | "none" {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return "none";
  return found.isFile() || found.isDirectory() ? "file" : "device";
}

function outTarget({ out }: Host): Target {
  const write: Target["write"] = (piece) =>
    out.write(typeof piece === "string" ? piece : Buffer.from(piece).toString());
  return { write, keep: nothing, drop: nothing };
}

function deviceTarget(path: string): Target {
  const stream = createWriteStream(path);
  const done = finished(stream);
  done.catch(() => undefined);
  return {
    write: (piece) => waiting(stream, piece, done),
    keep: () => {
      stream.end();
      return done;
    },
    drop: async () => void stream.destroy(),
  };
}

/** Writes; resolves when more may come, and fails when the stream does. */
function waiting(stream: WriteStream, piece: string | Uint8Array, done: Promise<void>): void | Promise<void> {
  if (stream.write(piece)) return undefined;
  return Promise.race([done, new Promise<void>((resume) => stream.once("drain", () => resume()))]);
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
    write: (piece) =>
      waiting(stream, piece, done)?.catch(async (error: unknown) => {
        await drop();
        throw error;
      }),
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
