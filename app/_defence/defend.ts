import type { IncomingMessage, ServerResponse } from "node:http";
import { REQUEST_ID_HEADER } from "@/app/_observe/request-id";
import { newNonce } from "./nonce";
import { type Asked, contentSecurityPolicy, isStaticFile, securityHeaders } from "./security-headers";

type Around = Pick<Asked, "isHttps" | "isDev">;

/**
 * Gives an answer its header fields and a nonce of its own before anything else is done: the one place that makes
 * either, for pages, routes, files, errors and whatever Next answers by itself. Next finds the nonce for its scripts
 * in the request's policy, which is therefore always ours and never what a client sent by that name.
 */
export function defend(request: IncomingMessage, response: ServerResponse, around: Around): void {
  const asked = { url: request.url ?? "", nonce: newNonce(), ...around };
  delete request.headers["content-security-policy-report-only"];
  request.headers["content-security-policy"] = contentSecurityPolicy(asked);
  setAll(response, securityHeaders(asked));
  if (!isStaticFile(asked.url)) return;
  defendMissing(response, asked);
  // Eight files a page: what HTTP/1.1 means anyway, and an id that nobody quotes, would cost a phone 800 bytes.
  response.removeHeader("connection");
  response.removeHeader(REQUEST_ID_HEADER);
}

/** A file of another build is not there, and the page that says so is defended as every page is. */
function defendMissing(response: ServerResponse, asked: Asked): void {
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) => {
    if (status >= 400) setAll(response, securityHeaders({ ...asked, url: "/" }));
    return writeHead(status, ...rest);
  };
}

function setAll(response: ServerResponse, fields: Record<string, string>): void {
  for (const [name, value] of Object.entries(fields)) response.setHeader(name, value);
}
