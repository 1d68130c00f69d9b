/** The header with a request's id: from a proxy of ours, else made by bin/observe; to routes, pages and the client. */
export const REQUEST_ID_HEADER = "x-request-id";

/** Ids that proxies give: nginx 32 hexadecimal digits, others UUIDs. Anything else could be somebody's words. */
export const isRequestId = (text: string): boolean => /^[0-9a-f][0-9a-f-]{14,62}[0-9a-f]$/i.test(text);
