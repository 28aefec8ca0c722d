import type { FlexEvent } from "../events/event.ts";
import { feedJson } from "./content.ts";
import { createDigest } from "./digest.ts";
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

/** No events seen yet. Content is `type`, `subject` and `data`; `time` and extensions do not count. */
export function createSightings(): Sightings {
  const digest = createDigest();
  const seen = createSeen();
  const lanes = new Uint32Array(6);
  return {
    see: (event) => {
      digest.begin(contentSeed);
      digest.text(event.type);
      digest.text(event.subject);
      feedJson(digest, event.data);
      digest.end(lanes, 2);
      const contentHigh = lanes[2] ?? 0;
      const contentLow = lanes[3] ?? 0;
      digest.begin(identitySeed);
      digest.text(event.source);
      digest.text(event.id);
      digest.end(lanes, 0);
      lanes[2] = contentHigh;
      lanes[3] = contentLow;
      return seen.look(lanes);
    },
    size: seen.size,
    bytes: seen.bytes,
  };
}
