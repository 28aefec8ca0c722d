import type { RatingRequest } from "../request.ts";
import type { Answer, Subject } from "../subject.ts";

/** What is used of `fetch`. */
export type Post = (
  address: string,
  init: { readonly method: "POST"; readonly headers: Readonly<Record<string, string>>; readonly body: string },
) => Promise<{ readonly status: number; readonly json: () => Promise<unknown> }>;

/**
 * A rater at an address: the request is posted, 200 with the invoice comes back (formats.md section 8). Any other status
 * is trouble, told with its number.
 */
export function httpSubject(address: string, post: Post): Subject {
  const rate = async (request: RatingRequest): Promise<Answer> => {
    const headers = { "content-type": "application/json", accept: "application/json" };
    const response = await post(address, { method: "POST", headers, body: JSON.stringify(request) });
    if (response.status !== 200) throw new Error(`the address answered ${response.status}, wanted 200`);
    return (await response.json()) as Answer;
  };
  return { name: address, rate };
}
