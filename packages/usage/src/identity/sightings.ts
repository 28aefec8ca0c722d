import type { FlexEvent } from "../events/event.ts";
import { createDigest } from "./digest.ts";
import { putData, type UserNumber } from "./members.ts";
import { createSeen, type Sighting } from "./seen.ts";

/** The events seen so far, by identity and content. */
export interface Sightings {
  /**
   * Whether the identity is new, came before with the same content, or with other content (formats.md section 2).
   * `user` is the number of the event's user where the event is the account's own, else undefined.
   */
  readonly see: (event: FlexEvent, user: UserNumber) => Sighting;
  readonly size: () => number;
  readonly bytes: () => number;
}

const identitySeed = 0x5eed_0001;
const contentSeed = 0x5eed_0002;

/** No events seen yet. Content is `type`, `subject` and `data`; `time` and extensions do not count. */
export function createSightings(): Sightings {
  const digest = createDigest();
  const seen = createSeen();
  const identity = new Int32Array(2);
  const content = new Int32Array(2);
  return {
    see: (event, user) => {
      digest.begin(identitySeed);
      digest.text(event.source);
      digest.text(event.id);
      digest.end(identity, 0);
      seen.touch(identity[0] ?? 0, identity[1] ?? 0);
      digest.begin(contentSeed);
      if (user === undefined) digest.text(event.subject);
      putData(digest, event, user);
      digest.end(content, 0);
      return seen.look(identity[0] ?? 0, identity[1] ?? 0, content[0] ?? 0);
    },
    size: seen.size,
    bytes: seen.bytes,
  };
}
