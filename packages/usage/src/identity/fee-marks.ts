import { createDigest } from "./digest.ts";
import { createSeen } from "./seen.ts";

/**
 * Which messages carry a provider, and which fee events name a message: 96-bit digests of (message, provider), so
 * that neither list keeps a text. Two different pairs with one digest would lose a fee; among 10 million messages and
 * as many fees the chance is below 1 in 10^14.
 */
export interface FeeMarks {
  readonly markFee: (reference: string, provider: string) => void;
  /** Remembers a message of the month under a number of the caller's. */
  readonly markMessage: (message: string, provider: string, kind: number) => void;
  /** Goes through the messages, and says whether a fee event names the message and its provider. */
  readonly forEachMessage: (visit: (kind: number, alsoFee: boolean) => void) => void;
}

const firstSeed = 0x5eed_0003;
const secondSeed = 0x5eed_0004;
const wordsAMessage = 4;
const messagesAChunk = 4096;
const messagesAtFirst = 8;

/** No marks yet. */
export function createFeeMarks(): FeeMarks {
  const digest = createDigest();
  const lanes = new Int32Array(4);
  const fees = createSeen();
  const chunks: Int32Array[] = [];
  let messages = 0;

  function digestOf(message: string, provider: string): void {
    digestWith(firstSeed, message, provider, 0);
    digestWith(secondSeed, message, provider, 2);
  }

  function digestWith(seed: number, message: string, provider: string, at: number): void {
    digest.begin(seed);
    digest.text(message);
    digest.text(provider);
    digest.end(lanes, at);
  }

  function chunkFor(message: number): Int32Array {
    const index = Math.floor(message / messagesAChunk);
    const chunk = withRoom(chunks[index], (message % messagesAChunk) + 1);
    chunks[index] = chunk;
    return chunk;
  }

  return {
    markFee: (reference, provider) => {
      digestOf(reference, provider);
      fees.look(lanes[0] ?? 0, lanes[1] ?? 0, lanes[2] ?? 0);
    },
    markMessage: (message, provider, kind) => {
      digestOf(message, provider);
      const chunk = chunkFor(messages);
      const at = (messages % messagesAChunk) * wordsAMessage;
      chunk.set(lanes, at);
      chunk[at + 3] = kind;
      messages += 1;
    },
    forEachMessage: (visit) => {
      for (let message = 0; message < messages; message += 1) {
        const chunk = chunkFor(message);
        const at = (message % messagesAChunk) * wordsAMessage;
        visit(chunk[at + 3] ?? 0, fees.has(chunk[at] ?? 0, chunk[at + 1] ?? 0, chunk[at + 2] ?? 0));
      }
    },
  };
}

/** The chunk, or a larger one of the same content: few messages take little room. */
function withRoom(chunk: Int32Array | undefined, messages: number): Int32Array {
  const there = chunk === undefined ? 0 : chunk.length / wordsAMessage;
  if (chunk !== undefined && there >= messages) return chunk;
  const larger = new Int32Array(Math.min(messagesAChunk, Math.max(messagesAtFirst, 4 * there)) * wordsAMessage);
  if (chunk !== undefined) larger.set(chunk);
  return larger;
}
