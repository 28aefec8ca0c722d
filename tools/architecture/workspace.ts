import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** The part of a package.json that the rules read. */
export interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly files?: readonly string[];
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly publishConfig?: { readonly exports?: Readonly<Record<string, unknown>> };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** A TypeScript file of a room; the path counts from the workspace's root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Tests and what only they use: not published, and free of the rules for sources. */
  readonly isTest: boolean;
}

/** A package or an app. */
export interface Room {
  /** `packages/kernel` */
  readonly folder: string;
  /** `kernel` */
  readonly name: string;
  readonly isApp: boolean;
  readonly manifest: Manifest;
  readonly readme?: string;
  readonly files: readonly SourceFile[];
}

export interface Workspace {
  readonly rooms: readonly Room[];
  /** Development dependencies of the root, which every test may use. */
  readonly sharedDevDependencies: readonly string[];
}

/** A place where a rule does not hold. */
export interface Violation {
  readonly file: string;
  readonly line?: number;
  readonly message: string;
}

/** One rule of the house. */
export interface Rule {
  readonly sentence: string;
  readonly check: (workspace: Workspace) => readonly Violation[];
}

export function isTestPath(path: string): boolean {
  return /\.test\.tsx?$|\/test\/|\/testing\//.test(path);
}

/** The sources of a room, without its tests. */
export function sourcesOf(room: Room): readonly SourceFile[] {
  return room.files.filter((file) => !file.isTest);
}

const slashes = (path: string) => path.replaceAll("\\", "/");
const readManifest = (file: string): Manifest => JSON.parse(readFileSync(file, "utf8")) as Manifest;

function readRoom(root: string, folder: string): Room {
  const readme = join(root, folder, "README.md");
  const files = globSync("{src,test}/**/*.{ts,tsx}", { cwd: join(root, folder) }).map((file) => {
    const path = `${folder}/${slashes(file)}`;
    return { path, text: readFileSync(join(root, path), "utf8"), isTest: isTestPath(path) };
  });
  return {
    folder,
    name: basename(folder),
    isApp: folder.startsWith("apps/"),
    manifest: readManifest(join(root, folder, "package.json")),
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    ...(existsSync(readme) ? { readme: readFileSync(readme, "utf8") } : {}),
  };
}

/** Reads every package and app below `root`. */
export function readWorkspace(root: string): Workspace {
  const folders = globSync("{packages,apps}/*/package.json", { cwd: root }).map((file) => slashes(dirname(file)));
  return {
    rooms: folders.sort().map((folder) => readRoom(root, folder)),
    sharedDevDependencies: Object.keys(readManifest(join(root, "package.json")).devDependencies ?? {}),
  };
}
