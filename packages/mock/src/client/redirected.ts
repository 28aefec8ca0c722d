/** What is needed of the request client of Twilio's package for Node. */
export interface RequestClientLike {
  request(options: { readonly uri: string; readonly headers?: object }): Promise<unknown>;
}

/**
 * Makes a request client of Twilio's package send to a mock whatever it would send to Twilio. All else stays as it is:
 * retries, time limits, regions.
 *
 * @param url where the mock listens
 * @param extra headers that each request carries beside its own, such as one that makes it go wrong
 *
 * @example
 * ```ts
 * const httpClient = redirected(new twilio.RequestClient(), "http://127.0.0.1:4010");
 * const client = twilio(account, token, { httpClient });
 * ```
 */
export function redirected<Client extends RequestClientLike>(
  client: Client,
  url: string,
  extra: Readonly<Record<string, string>> = {},
): Client {
  const request = client.request.bind(client) as RequestClientLike["request"];
  const toMock: RequestClientLike["request"] = (options) => {
    const { host, pathname, search } = new URL(options.uri);
    if (!/(^|\.)twilio\.com$/.test(host)) return request(options);
    return request({
      ...options,
      uri: url.replace(/\/$/, "") + pathname + search,
      headers: { ...options.headers, ...extra, "X-Forwarded-Host": host },
    });
  };
  return Object.assign(client, { request: toMock });
}
