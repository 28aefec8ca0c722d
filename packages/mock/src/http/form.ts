import type { MockContext } from "./environment.ts";

const largestBody = 1_048_576;

/** The text of a request's body; undefined where it is larger than a megabyte. */
export async function readText(c: MockContext): Promise<string | undefined> {
  if (Number(c.req.header("content-length") ?? 0) > largestBody) return undefined;
  const text = await c.req.text();
  return text.length > largestBody ? undefined : text;
}

/** The form of a request's body, whatever content type it claims; undefined where it is larger than a megabyte. */
export async function readForm(c: MockContext): Promise<URLSearchParams | undefined> {
  const text = await readText(c);
  return text === undefined ? undefined : new URLSearchParams(text);
}
