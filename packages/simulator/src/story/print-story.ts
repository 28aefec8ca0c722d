import { numbered } from "./story-events.ts";

type Members = Readonly<Record<string, unknown>>;

/**
 * A story whose repeated events stand there one by one, and without what was open: a story of its own that plays the
 * same.
 */
export function unrolled(story: Members): Members {
  const { any: _, ...rest } = story;
  const steps = listOf(rest["steps"]).map((step) => {
    const lists = Object.entries(step as Members).map(([name, value]) =>
      name === "events" || name === "late" ? [name, oneByOne(value)] : [name, value],
    );
    return Object.fromEntries(lists);
  });
  return { ...rest, ...("events" in rest ? { events: oneByOne(rest["events"]) } : {}), steps };
}

function oneByOne(list: unknown): readonly unknown[] {
  return listOf(list).flatMap((item) => {
    const { repeat, ...event } = item as Members;
    if (repeat === undefined) return [event];
    return Array.from({ length: Number(repeat) }, (_, index) => numbered(event, index + 1));
  });
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Every story that is this one without some neighbouring events or without one step that expects nothing. */
export function* smallerStories(story: Members): Generator<Members> {
  for (const events of withoutSome(listOf(story["events"]))) yield { ...story, events };
  const steps = listOf(story["steps"]) as readonly Members[];
  for (const [index, step] of steps.entries()) {
    if (step["expect"] === undefined) yield { ...story, steps: steps.toSpliced(index, 1) };
    for (const name of ["events", "late"]) {
      for (const list of withoutSome(listOf(step[name])))
        yield { ...story, steps: steps.with(index, { ...step, [name]: list }) };
    }
  }
}

/** Halves first, then quarters, down to one item. */
function* withoutSome(list: readonly unknown[]): Generator<readonly unknown[]> {
  for (let size = list.length; size >= 1; size = Math.floor(size / 2)) {
    for (let start = 0; start < list.length; start += size) yield list.toSpliced(start, size);
  }
}

/**
 * A story as YAML, an event and a step a line.
 *
 * @example
 * ```ts
 * printStory({ title: "Nothing", steps: [{ expect: {} }] }); // "title: Nothing\nsteps:\n  - expect: {}\n"
 * ```
 */
export function printStory(story: Members): string {
  return Object.entries(story)
    .map(([name, value]) => {
      if (!Array.isArray(value) || name === "clauses") return `${name}: ${flow(value)}\n`;
      if (value.length === 0) return `${name}: []\n`;
      return `${name}:\n${value.map((item) => `  - ${topLevel(item)}\n`).join("")}`;
    })
    .join("");
}

function topLevel(item: unknown): string {
  const entries = typeof item === "object" && item !== null ? Object.entries(item) : [];
  return entries.length === 1 ? entries.map(([name, value]) => `${name}: ${flow(value)}`).join("") : flow(item);
}

function flow(value: unknown): string {
  if (typeof value === "string") return plain.test(value) && !special.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${plain.test(name) ? name : JSON.stringify(name)}: ${flow(member)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** Texts that YAML reads as themselves. */
const plain = /^[A-Za-z][A-Za-z0-9_./-]*$/;
const special = /^(true|false|null|yes|no|on|off|y|n)$/i;
