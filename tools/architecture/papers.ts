import { importsOf } from "./syntax.ts";
import { type Room, type Rule, sourcesOf } from "./workspace.ts";

const headings = ["Owns", "Does not own", "Invariants"];

/** The text below a heading of the second level, up to the next one. */
function sectionOf(readme: string, heading: string): string | undefined {
  const parts = readme.split(/^## /m).slice(1);
  const found = parts.find((part) => part.split("\n", 1)[0]?.trim() === heading);
  return found?.split("\n").slice(1).join("\n").trim();
}

export const roomsAreLabelled: Rule = {
  sentence: "Every package says in its README what it owns, what it does not own and its invariants",
  check: ({ rooms }) =>
    rooms
      .filter((room) => !room.isApp || room.readme === undefined)
      .flatMap(({ folder, readme }) => {
        const file = `${folder}/README.md`;
        if (readme === undefined) return [{ file, message: "There is no README" }];
        return headings
          .filter((heading) => (sectionOf(readme, heading) ?? "") === "")
          .map((heading) => ({ file, message: `Nothing stands under "${heading}"` }));
      }),
};

function complaintsAboutManifest({ manifest, files, folder }: Room): readonly string[] {
  const doors = Object.keys(manifest.exports ?? {});
  const published = Object.keys(manifest.publishConfig?.exports ?? {});
  const readsData = files.some(
    (file) => !file.isTest && importsOf(file).some(({ specifier }) => /(^|\/)data\//.test(specifier)),
  );
  const entries = manifest.files ?? [];
  return [
    ...(manifest.license === "MIT" ? [] : ["The licence is not MIT"]),
    ...(doors.length > 0 ? [] : [`${folder} has no door`]),
    ...(doors.join() === published.join()
      ? []
      : [`Doors ${doors.join(", ")} are published as ${published.join(", ")}`]),
    ...(readsData && !entries.includes("data") ? ["Sources read data/, which is not published"] : []),
    ...(!readsData && entries.includes("data") ? ["data/ is published and no source reads it"] : []),
  ];
}

export const manifestsPublishWhatIsThere: Rule = {
  sentence: "What a package offers in the checkout it publishes too",
  check: ({ rooms }) =>
    rooms
      .filter((room) => room.manifest.private !== true)
      .flatMap((room) =>
        complaintsAboutManifest(room).map((message) => ({ file: `${room.folder}/package.json`, message })),
      ),
};

export const noVagueNames: Rule = {
  sentence: "No file is named utils, helpers, common or misc",
  check: ({ rooms }) =>
    rooms
      .flatMap(sourcesOf)
      .filter((file) => /\/(utils?|helpers?|common|misc|shared)(\.tsx?$|\/)/.test(file.path))
      .map((file) => ({ file: file.path, message: "The name says nothing about what is inside" })),
};
