/** The header with a request's id: from a proxy of ours, else made by bin/observe; to routes, pages and the client. */
export const REQUEST_ID_HEADER = "x-request-id";
