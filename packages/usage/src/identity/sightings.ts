import { eventSchema, type FlexEvent } from "../events/event.ts";
import { putKnown } from "./content.ts";
import { createDigest } from "./digest.ts";
import { membersOf } from "./members.ts";
import { createSeen, type Sighting } from "./seen.ts";

/** The events seen so far, by identity and content. */
export interface Sightings {
  /** Whether the identity is new, came before with the same content, or with other content (formats.md section 2). */
  readonly see: (event: FlexEvent) => Sighting;
  readonly size: () => number;
  readonly bytes: () => number;
}

const identitySeed = 0x5eed_0001;
const contentSeed = 0x5eed_0002;
const ownAccount = 1;

/** By type, the names of the members of `data`. */
const names: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  eventSchema.options.map((schema) => [schema.shape.type.value, new Set(Object.keys(schema.shape.data.shape))]),
);

const noNames: ReadonlySet<string> = new Set();

/**
 * No events seen yet. Content is `type`, `subject` and `data`; `time` and extensions do not count. Events of `account`
 * are taken in a little faster.
 */
export function createSightings(account: string): Sightings {
  const digest = createDigest();
  const seen = createSeen();
  const identity = new Int32Array(4);
  const content = new Int32Array(4);

  function putContent(event: FlexEvent): void {
    const { type, subject, data } = event;
    digest.begin();
    digest.text(type);
    if (subject === account) digest.tag(ownAccount);
    else digest.text(subject);
    putKnown(digest, data, membersOf(event), names.get(type) ?? noNames);
  }

  return {
    see: (event) => {
      putContent(event);
      digest.end(contentSeed, content, 0);
      digest.begin();
      digest.text(event.source);
      digest.text(event.id);
      digest.end(identitySeed, identity, 0);
      return seen.look(identity, content);
    },
    size: seen.size,
    bytes: seen.bytes,
  };
}
