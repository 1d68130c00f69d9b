import * as fc from "fast-check";
import { badActionBody } from "./bad-actions";
import { type Body, badSubmission } from "./bad-submissions";
import { addressPart, anyText } from "./bad-values";
import { ROLES } from "@/lib/staff";
import type { Known } from "./known";
import type { Place } from "./places";

/** A request that nobody's browser sends; `who` names whose session it brings. */
export interface BadRequest {
  readonly who: string;
  readonly method: string;
  readonly address: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Body | null;
  /** Whether the body comes in pieces, its length untold. */
  readonly isChunked: boolean;
}

const QUERY_NAMES =
  "edition by group channel language compare search status reason flag proposed from until after before page item c shared next token added refused code state error".split(
    " ",
  );
const QUERY_VALUES = ["2024", "2025", "group", "channel", "language", "employee", "valid", "2026-01-31", "1", "en"];

/** Header fields that a server may believe too much. */
const HEADERS =
  "accept accept-encoding accept-language content-encoding cookie expect forwarded if-match if-modified-since if-none-match next-action next-router-prefetch next-router-state-tree next-url origin range referer rsc sec-fetch-site te traceparent upgrade-insecure-requests user-agent x-action-forwarded x-forwarded-for x-forwarded-host x-forwarded-proto x-http-method-override x-invoke-path x-matched-path x-middleware-rewrite x-middleware-subrequest x-nextjs-data x-request-id".split(
    " ",
  );
const HEADER_VALUES = ["*/*", "gzip", "1", "bytes=0-", "bytes=9-1", "null", "cross-site", "http://127.0.0.1", "x"];
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW", "TRACE"];
const FORMS = ["/2024/responses", "/2025/responses", "/en/2025/responses", "/2025/responses?c=wechat"];

/** What a header field can hold at all: anything else ends in the parser of Node. */
const headerValue = fc.oneof(
  anyText.map((text) =>
    text
      .replaceAll(/[^\x20-\xff]/g, "")
      .trim()
      .slice(0, 500),
  ),
  fc.constantFrom(...HEADER_VALUES),
);
const oddHeaders = fc.array(fc.tuple(fc.constantFrom(...HEADERS), headerValue), { maxLength: 4 });
const fromAnywhere = fc.ipV4().map((address) => [["x-forwarded-for", address] as const]);
const nobody = fc.constant(null);
const whole = fc.constant(false);

/** Every kind of bad request to the places of the app, as somebody of any role or nobody. */
export function badRequests(places: readonly Place[], known: Known): fc.Arbitrary<BadRequest> {
  const who = fc.constantFrom("visitor", ...ROLES);
  const addressOf = addresses(known.parameters);
  const isChunked = fc.boolean();
  // What a route or a form would take stands in none of these: they have no body.
  const odd = fc.constantFrom(...places).chain(({ path, method }) =>
    fc.record({
      who,
      method: method === "GET" ? fc.constantFrom("GET", "GET", ...METHODS) : fc.constantFrom(...METHODS),
      address: addressOf(path),
      headers: oddHeaders,
      body: nobody,
      isChunked: whole,
    }),
  );
  const submission = fc.record({
    who: fc.constant("visitor"),
    method: fc.constant("POST"),
    address: fc.constantFrom(...FORMS),
    headers: fromAnywhere,
    body: badSubmission,
    isChunked,
  });
  const posts = places.filter(({ method }) => method !== "GET");
  const posted = fc.constantFrom(...posts).chain(({ method, path }) =>
    fc.record({
      who,
      method: fc.constant(method),
      address: addressOf(path),
      headers: oddHeaders,
      body: fc.oneof(badSubmission, badActionBody(null, [])),
      isChunked,
    }),
  );
  const action = fc.constantFrom(...known.actions).chain(({ id, path }) =>
    fc.record({
      who,
      method: fc.constant("POST"),
      address: addressOf(path),
      headers: fc
        .tuple(fc.boolean(), oddHeaders)
        .map(([byScript, others]) => [...(byScript ? [["next-action", id] as const] : []), ...others]),
      body: badActionBody(id, known.fields.get(path) ?? []),
      isChunked,
    }),
  );
  // The first and the last are answered with whole pages of the desk, a tenth of a second each.
  return fc.oneof(
    { arbitrary: odd, weight: 2 },
    { arbitrary: submission, weight: 5 },
    { arbitrary: posted, weight: 4 },
    { arbitrary: action, weight: 2 },
  );
}

/** Addresses at a path: its parameters real or not, and a query of odd values. */
function addresses(parameters: Known["parameters"]): (path: string) => fc.Arbitrary<string> {
  const part = (name: string) => {
    const real = parameters[name] ?? [];
    return real.length === 0
      ? addressPart
      : fc.oneof({ arbitrary: fc.constantFrom(...real), weight: 3 }, { arbitrary: addressPart, weight: 1 });
  };
  const asked = fc.tuple(fc.constantFrom(...QUERY_NAMES), fc.oneof(addressPart, fc.constantFrom(...QUERY_VALUES)));
  const query = fc.array(asked, { maxLength: 4 }).map((pairs) => {
    const fields = pairs.map((pair) => pair.join("=")).join("&");
    return fields && `?${fields}`;
  });
  return (path) => {
    const parts = path
      .split("/")
      .slice(1)
      .map((segment) => {
        const [, name] = /^\[(?:\.\.\.)?(\w+)\]$/.exec(segment) ?? [];
        return name ? part(name) : fc.constant(segment);
      });
    return fc.tuple(fc.tuple(...parts), query).map(([segments, fields]) => `/${segments.join("/")}${fields}`);
  };
}
