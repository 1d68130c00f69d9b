import fc from "fast-check";
import { type Body, badSubmission } from "./bad-submissions";
import { addressPart, anyJson, anyText, refusedText } from "./bad-values";
import type { Field, Known } from "./known";
import type { Action, Place } from "./places";

/** A request that nobody's browser sends; `who` names whose session it brings. */
export interface BadRequest {
  readonly who: string;
  readonly method: string;
  readonly address: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Body | null;
}

const QUERY_NAMES = [
  "edition", "by", "group", "channel", "language", "compare", "search", "status", "reason", "flag", "proposed", "from",
  "until", "after", "before", "page", "item", "c", "shared", "next", "token", "added", "refused", "code", "state", "error",
] as const;
const QUERY_VALUES = ["2024", "2025", "group", "channel", "language", "employee", "valid", "2026-01-31", "1", "en"] as const;

/** Header fields that a server may believe too much. */
const HEADERS = [
  "accept", "accept-encoding", "accept-language", "content-encoding", "cookie", "expect", "forwarded", "if-match",
  "if-modified-since", "if-none-match", "next-action", "next-router-prefetch", "next-router-state-tree", "next-url",
  "origin", "range", "referer", "rsc", "sec-fetch-site", "te", "traceparent", "upgrade-insecure-requests", "user-agent",
  "x-action-forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-http-method-override",
  "x-invoke-path", "x-matched-path", "x-middleware-rewrite", "x-middleware-subrequest", "x-nextjs-data", "x-request-id",
] as const;

const nothing = { headers: [], body: null } as const;
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW", "TRACE"] as const;

/** Every kind of bad request to the places of the app, as somebody of any role or nobody. */
export function badRequests(places: readonly Place[], known: Known): fc.Arbitrary<BadRequest> {
  const whoever = fc.constantFrom(...Object.keys(known.cookies));
  const addressOf = addresses(known);
  const place = fc.constantFrom(...places);
  const odd = fc
    .record({ who: whoever, place, method: fc.constantFrom(...METHODS), keeps: fc.boolean() })
    .chain(({ who, place: { path, method: own }, method, keeps }) =>
      // What a route or form would take stands in no request of this kind: it has no body.
      fc.record({
        who: fc.constant(who),
        method: fc.constant(keeps && own === "GET" ? "GET" : method),
        address: addressOf(path),
        headers: oddHeaders,
        body: fc.constant(null),
      }),
    );
  const submission = fc.record({
    who: fc.constant("visitor"),
    method: fc.constant("POST"),
    address: fc.constantFrom("/2024/responses", "/2025/responses", "/en/2025/responses", "/2025/responses?c=wechat"),
    headers: fc.tuple(fc.constant("x-forwarded-for"), fc.ipV4()).map((field) => [field]),
    body: badSubmission,
  });
  const posts = places.filter(({ method }) => method !== "GET");
  const posted = fc.constantFrom(...posts).chain(({ method, path }) =>
    fc.record({ who: whoever, method: fc.constant(method), address: addressOf(path), headers: oddHeaders, body: badSubmission }),
  );
  const action = fc.record({ who: whoever, action: fc.constantFrom(...known.actions) }).chain(({ who, action: asked }) =>
    fc.record({
      who: fc.constant(who),
      method: fc.constant("POST"),
      address: addressOf(asked.path),
      headers: fc.constant([["next-action", asked.id] as const]),
      body: actionBody(asked, known.fields.get(asked.path) ?? []),
    }),
  );
  return fc.oneof(
    { arbitrary: odd, weight: 4 },
    { arbitrary: submission, weight: 3 },
    { arbitrary: posted, weight: 2 },
    { arbitrary: action, weight: 3 },
    { arbitrary: whoever.map((who) => ({ who, method: "POST", address: "/admin/sign-in", ...nothing })), weight: 0 },
  );
}

/** Addresses at a path: its parameters real or not, and a query of odd values. */
function addresses({ parameters }: Known): (path: string) => fc.Arbitrary<string> {
  const part = (name: string) => {
    const real = parameters[name] ?? [];
    return real.length > 0
      ? fc.oneof({ arbitrary: fc.constantFrom(...real), weight: 3 }, { arbitrary: addressPart, weight: 1 })
      : addressPart;
  };
  const query = fc
    .array(fc.tuple(fc.constantFrom(...QUERY_NAMES), fc.oneof(addressPart, fc.constantFrom(...QUERY_VALUES))), { maxLength: 4 })
    .map((pairs) => (pairs.length > 0 ? `?${pairs.map(([name, value]) => `${name}=${value}`).join("&")}` : ""));
  return (path) => {
    const parts = path.split("/").slice(1).map((segment) => {
      const [, name = ""] = /^\[(?:\.\.\.)?(\w+)\]$/.exec(segment) ?? [];
      return name ? part(name) : fc.constant(segment);
    });
    return fc.tuple(fc.tuple(...parts), query).map(([segments, asked]) => `/${segments.join("/")}${asked}`);
  };
}

const headerValue = fc.oneof(
  anyText.map((text) => Buffer.from(text.replaceAll(/[\r\n\0]/g, "")).toString("latin1").slice(0, 500)),
  fc.constantFrom("*/*", "gzip", "1", "bytes=0-", "bytes=9-1", "null", "cross-site", "http://127.0.0.1", "text/x-component"),
);
const oddHeaders = fc.array(fc.tuple(fc.constantFrom(...HEADERS), headerValue), { maxLength: 4 });

/**
 * What a server action is sent: a form in which everything that is typed is refused text and something hidden is not
 * what the page had, or arguments that are no form.
 */
function actionBody({ name }: Action, fields: readonly Field[]): fc.Arbitrary<Body> {
  const own = fields.filter((field) => !field.name.startsWith("$ACTION"));
  const arguments_ = fc.oneof(
    anyJson.map((value) => JSON.stringify(value)),
    fc.constantFrom("", "[", '["$K1"]', '["$1"]', '["$F1"]', '["$1:constructor:constructor"]', '["$@0"]', '["$Q1"]', '["$undefined"]'),
  );
  const junk = arguments_.map((text): Body => ({ type: "text/plain;charset=UTF-8", text }));
  const form = fc
    .tuple(fc.infiniteStream(refusedText), fc.infiniteStream(anyText), fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 12 }))
    .map(([refused, any, picked]) => {
      const chosen = own.length > 0 ? picked.map((place) => own[place % own.length] as Field) : [];
      return multipart(name, chosen.map((field) => [field.name, String((field.hidden ? any : refused).next().value)]));
    });
  return fc.oneof({ arbitrary: form, weight: 3 }, { arbitrary: junk, weight: 1 });
}

/** As React's client sends an action its state and its form. */
function multipart(seed: string, fields: readonly (readonly [string, string])[]): Body {
  const boundary = `----${seed.length}b0undary`;
  const part = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name.replaceAll('"', "%22")}"\r\n\r\n${value}\r\n`;
  const parts = [...fields.map(([name, value]) => part(`1_${name}`, value)), part("0", '[null,"$K1"]')];
  return { type: `multipart/form-data; boundary=${boundary}`, text: `${parts.join("")}--${boundary}--\r\n` };
}
