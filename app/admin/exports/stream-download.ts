import { setImmediate as nextTurn } from "node:timers/promises";
import { demoFileName } from "@/lib/demo-mark";
import { env } from "@/lib/env";

/** What a download is called, in ASCII for old programs and in full, and what it is. */
export interface DownloadName {
  readonly ascii: string;
  readonly full: string;
  readonly type: string;
}

/** Takes one chunk; resolves when there is room for the next. */
export type Write = (chunk: Uint8Array | string) => Promise<void>;

/** A client that takes nothing for so long has gone, and its transaction's connection is needed by others. */
const PATIENCE_MS = 60_000;

/**
 * Answers with what `produce` writes, as fast as the client takes it and no faster. `produce` may hold a transaction:
 * `write` throws as soon as the client is gone or idle for a minute, so that it ends. Throws what `produce` throws
 * before its first chunk; after that the connection breaks, and never does a file end early and look whole.
 */
export async function streamDownload(
  produce: (write: Write) => Promise<void>,
  name: DownloadName,
  patienceMs = PATIENCE_MS,
): Promise<Response> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  // A rejected `closed` is news for `produce`, which meets it at its next write.
  writer.closed.catch(() => {});
  const encoder = new TextEncoder();
  const response = new Response(readable, { headers: headersOf(name) });
  return new Promise((resolve, reject) => {
    const write: Write = async (chunk) => {
      resolve(response);
      await within(patienceMs, writer.write(typeof chunk === "string" ? encoder.encode(chunk) : chunk));
      // A client that takes everything at once would leave no turn to others, nor to the question for the next batch.
      await nextTurn();
    };
    const finish = async () => {
      await produce(write);
      resolve(response);
      await within(patienceMs, writer.close());
    };
    finish().catch((error: unknown) => {
      writer.abort(error).catch(() => {});
      reject(error);
    });
  });
}

/** The headers of a download; the demo's files are marked by their names. */
export function headersOf(named: DownloadName): Record<string, string> {
  const { ascii, full, type } = env().DEMO ? { ...named, ...demoFileName(named) } : named;
  // RFC 5987 leaves fewer characters bare than encodeURIComponent does.
  const encoded = encodeURIComponent(full).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    "content-type": type,
    "content-disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the client took nothing for ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
