import type { IncomingHttpHeaders } from "node:http";

/** The first byte of an action's id says, bit by bit, which of its arguments it reads (Next's server-reference-info). */
const ACTION_ID = /^[0-9a-f]{42}$/;
const MULTIPART = "multipart/form-data";

/** Deeper than any state that a form of ours sends back. */
const DEEPEST = 32;

/**
 * Whether a form for the desk can be read, and calls actions as our pages call them: with a form as the last argument,
 * and before it at most what the action answered last time. Next answers anything else with 500; what names no action it
 * refuses itself.
 */
export async function isDeskForm(headers: IncomingHttpHeaders, body: Buffer): Promise<boolean> {
  const type = headers["content-type"] ?? "";
  const action = headers["next-action"];
  const isForm = type.startsWith(MULTIPART);
  if (!isForm) return action === undefined || !isAction(action) || isEmptyCall(action, body);
  const form = await new Response(Uint8Array.from(body), { headers: { "content-type": type } })
    .formData()
    .catch(() => null);
  if (!form) return false;
  if (action === undefined) return isPlainForm(form);
  return !isAction(action) || isCall(action, form.get("0"));
}

/** A call without arguments, which is a list of none. */
function isEmptyCall(id: string, body: Buffer): boolean {
  const given = readJson(body.toString());
  return argumentsOf(id) === 0 && Array.isArray(given) && given.length === 0;
}

/** A call by script: the field `0` holds the arguments as React's `encodeReply` writes them. */
function isCall(id: string, written: FormDataEntryValue | null): boolean {
  const given = readJson(written);
  if (!Array.isArray(given)) return false;
  const most = argumentsOf(id);
  const form: unknown = given.at(-1);
  return (
    given.length === most &&
    (most === 0 || (typeof form === "string" && /^\$K[0-9a-f]{1,4}$/.test(form))) &&
    given.slice(0, -1).every((value) => isPlain(value, { root: given, name: "0" }))
  );
}

/** A form sent without script: hidden fields name the action, and hold what it answered last time. */
function isPlainForm(form: FormData): boolean {
  return [...form.keys()].every((name) => {
    const [, id] = /^\$ACTION_ID_(.*)$/s.exec(name) ?? [];
    if (id !== undefined) return !isAction(id) || argumentsOf(id) <= 1;
    const [, place] = /^\$ACTION_REF_(.*)$/s.exec(name) ?? [];
    return place === undefined || isBound(form, place);
  });
}

function isBound(form: FormData, place: string): boolean {
  const called = readJson(form.get(`$ACTION_${place}:0`));
  if (called === null || typeof called !== "object") return false;
  const { id, bound } = called as { id?: unknown; bound?: unknown };
  if (bound !== null && bound !== "$@1") return false;
  const given = bound === null ? [] : readJson(form.get(`$ACTION_${place}:1`));
  return (
    Array.isArray(given) &&
    isAction(id) &&
    argumentsOf(id) === given.length + 1 &&
    given.every((value) => isPlain(value, { root: given, name: "1" }))
  );
}

const isAction = (id: unknown): id is string => typeof id === "string" && ACTION_ID.test(id);

/** How many arguments an action reads, by its id. */
export function argumentsOf(id: string): number {
  const mask = (Number.parseInt(id.slice(0, 2), 16) >> 1) & 0x3f;
  return mask === 0 ? 0 : 6 - Math.log2(mask & -mask);
}

/** Whether a value is only data: no reference to functions, files or parts that may be missing. */
function isPlain(value: unknown, whole: { root: unknown; name: string }, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  if (typeof value === "string") {
    if (!value.startsWith("$") || value.startsWith("$$") || value === "$undefined") return true;
    const [first = "", ...path] = value.slice(1).split(":");
    return first === whole.name && isThere(whole.root, path);
  }
  if (value === null || typeof value !== "object") return true;
  return Object.values(value).every((part) => isPlain(part, whole, depth + 1));
}

/** Whether a path of keys leads to an object: what stands in a state twice is written once, and named the second time. */
function isThere(root: unknown, path: readonly string[]): boolean {
  let place = root;
  for (const key of path) {
    if (place === null || typeof place !== "object" || !Object.hasOwn(place, key)) return false;
    place = (place as Record<string, unknown>)[key];
  }
  return place !== null && typeof place === "object";
}

function readJson(written: FormDataEntryValue | null): unknown {
  try {
    return typeof written === "string" ? (JSON.parse(written) as unknown) : null;
  } catch {
    return null;
  }
}
