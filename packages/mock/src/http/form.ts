import type { MockContext } from "./environment.ts";

const largestBody = 1_048_576;

/** The text of a request's body, read once; undefined where it is larger than a megabyte. */
export async function readText(c: MockContext): Promise<string | undefined> {
  const known = c.get("body");
  if (known !== undefined) return known;
  if (Number(c.req.header("content-length") ?? 0) > largestBody) return undefined;
  const text = await readUpTo(c.req.raw.body, largestBody);
  if (text !== undefined) c.set("body", text);
  return text;
}

/** The form of a request's body, whatever content type it claims; undefined where it is larger than a megabyte. */
export async function readForm(c: MockContext): Promise<URLSearchParams | undefined> {
  const text = await readText(c);
  return text === undefined ? undefined : new URLSearchParams(text);
}

/** Reads no further than the limit, whatever length was announced. */
export async function readUpTo(body: ReadableStream<Uint8Array> | null, limit: number): Promise<string | undefined> {
  if (body === null) return "";
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let [text, bytes] = ["", 0];
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.length;
    if (bytes > limit) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
