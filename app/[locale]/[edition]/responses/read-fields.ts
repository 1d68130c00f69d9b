import { type Result, fail, ok } from "@/lib/result";

/**
 * The fields of a submission by name, the item that a press on 清除本题 wants emptied, and the language that a press on
 * the language switch wants.
 */
export interface SentFields {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly clear: string | null;
  readonly switchTo: string | null;
}

/** A request as far as it is read here: a web `Request`, or what bin/front has of one. */
export interface Sent {
  readonly headers: Pick<Headers, "get">;
  readonly body: AsyncIterable<Uint8Array> | Iterable<Uint8Array> | null;
}

/** Why a body could not be read at all, as its HTTP status and the key of its message. */
export type Unreadable =
  | { status: 400; code: "unreadable" | "repeatedField" }
  | { status: 413; code: "tooLarge" }
  | { status: 415; code: "unsupportedType" };

/** 64 kB of text: three full answers in Chinese are 18 kB, in the widest characters 24 kB. */
const MAX_BYTES = 64 * 1024;
/** A browser writes each byte of a form as up to three (%E4); the limit holds for what it stands for. */
export const MAX_FORM_BYTES = 3 * MAX_BYTES;

/** Fields of several values, which a form sends one by one under the same name; always a list. */
const LISTS: ReadonlySet<string> = new Set(["topics"]);

const TYPES = { "application/x-www-form-urlencoded": readForm, "application/json": readJson };

/** Whether a request speaks JSON, so that it is answered in JSON; browsers' forms are answered with pages. */
export function isJson(request: Pick<Sent, "headers">): boolean {
  return mediaType(request).type === "application/json";
}

/** Reads a form or JSON body in UTF-8, within its limit. */
export async function readFields(request: Sent): Promise<Result<SentFields, Unreadable>> {
  const { type, charset } = mediaType(request);
  if (!(type in TYPES) || charset !== "utf-8" || isCompressed(request)) {
    return fail({ status: 415, code: "unsupportedType" });
  }
  const bytes = await readBytes(request, isJson(request) ? MAX_BYTES : MAX_FORM_BYTES);
  if (!bytes) return fail({ status: 413, code: "tooLarge" });
  const text = decodeUtf8(bytes);
  return text === null ? fail({ status: 400, code: "unreadable" }) : TYPES[type as keyof typeof TYPES](text);
}

function readForm(body: string): Result<SentFields, Unreadable> {
  const fields: Record<string, string | string[]> = {};
  let size = 0;
  for (const pair of body.split("&").filter(Boolean)) {
    const cut = pair.includes("=") ? pair.indexOf("=") : pair.length;
    const name = decode(pair.slice(0, cut));
    const value = decode(pair.slice(cut + 1));
    if (name === null || value === null) return fail({ status: 400, code: "unreadable" });
    const before = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (Array.isArray(before)) before.push(value);
    else if (before !== undefined) return fail({ status: 400, code: "repeatedField" });
    else define(fields, name, LISTS.has(name) ? [value] : value);
    size += Buffer.byteLength(name) + Buffer.byteLength(value) + 2;
    if (size > MAX_BYTES) return fail({ status: 413, code: "tooLarge" });
  }
  const { clear, switch: switchTo, ...rest } = fields;
  return ok({ fields: rest, clear: oneOf(clear), switchTo: oneOf(switchTo) });
}

/** A button's value; a list under its name is nobody's button. */
function oneOf(value: string | string[] | undefined): string | null {
  return typeof value === "string" ? value : null;
}

function readJson(body: string): Result<SentFields, Unreadable> {
  try {
    const sent: unknown = JSON.parse(body);
    if (sent !== null && typeof sent === "object" && !Array.isArray(sent)) {
      return ok({ fields: sent as Record<string, unknown>, clear: null, switchTo: null });
    }
  } catch {
    // Not JSON: said below.
  }
  return fail({ status: 400, code: "unreadable" });
}

/** Sets an own property even for `__proto__`, so that no field name can hide from the check of unknown fields. */
function define(fields: Record<string, string | string[]>, name: string, value: string | string[]): void {
  Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true });
}

/** Decodes a form's percent signs; null when they stand for bytes that are not UTF-8 (URLSearchParams would guess). */
function decode(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded.replaceAll("+", " "));
  } catch {
    return null;
  }
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

export async function readBytes(request: Sent, limit: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function mediaType(request: Pick<Sent, "headers">): { type: string; charset: string } {
  const [type = "", ...parameters] = (request.headers.get("content-type") ?? "").toLowerCase().split(";");
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith("charset="));
  return { type: type.trim(), charset: charset?.slice("charset=".length).replace(/^"?utf-?8"?$/, "utf-8") ?? "utf-8" };
}

function isCompressed(request: Pick<Sent, "headers">): boolean {
  return !["", "identity"].includes(request.headers.get("content-encoding") ?? "");
}
