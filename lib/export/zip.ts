import { Zip, ZipPassThrough, unzipSync } from "fflate";

/** Bytes that no other thread changes, as streams of the platform take them. */
type Bytes = Uint8Array<ArrayBuffer>;

/** A file in an archive. Its path is ASCII. */
export interface ZipEntry {
  readonly path: string;
  readonly content: Iterable<Bytes> | AsyncIterable<Bytes>;
}

/** Without the ZIP64 extension, which fflate does not write, a length or an offset has 32 bits. */
const LARGEST = 0xffff_ffff;

/** The format's number for it. */
const DEFLATE = 8;
const NOTHING = new Uint8Array(0);

/** The format's first day, so that the same content gives the same archive. Local time: the format knows no zone. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * A ZIP archive as a stream: holds one chunk at a time, takes the next only when the archive's reader wants more.
 * Throws a RangeError when an entry or the archive passes 4 GiB.
 */
export async function* zipped(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array, void, undefined> {
  const ready: Uint8Array[] = [];
  let written = 0;
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    written += chunk.length;
    ready.push(chunk);
  });
  for (const { path, content } of entries) {
    // fflate sums up what goes in and lays out the archive; what comes out is packed apart.
    const file = Object.assign(new ZipPassThrough(path), { compression: DEFLATE, mtime: NO_TIME, process: () => {} });
    zip.add(file);
    const summed = async function* () {
      for await (const chunk of content) {
        file.push(chunk);
        yield chunk;
      }
      file.push(NOTHING, true);
    };
    for await (const chunk of packed(summed())) {
      file.ondata(null, chunk, false);
      yield* ready.splice(0);
      if (Math.max(file.size, written) > LARGEST) throw new RangeError(`${path} is too large for a ZIP archive`);
    }
    file.ondata(null, NOTHING, true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

/**
 * What a content is packed to, by the platform and beside the thread that answers people, at a third of what script takes.
 * Gives something for each chunk, be it nothing yet, so that no more is taken than its reader asks for.
 */
async function* packed(content: AsyncIterable<Bytes>): AsyncGenerator<Bytes> {
  const { readable, writable } = new CompressionStream("deflate-raw");
  const writer = writable.getWriter();
  const ready: Bytes[] = [];
  const reading = (async () => {
    for await (const chunk of readable) ready.push(chunk);
  })();
  let writing = Promise.resolve();
  try {
    for await (const chunk of content) {
      // One chunk is packed while the next is made.
      await writing;
      writing = writer.write(chunk);
      yield* ready.length > 0 ? ready.splice(0) : [NOTHING];
    }
    await writer.close();
    await reading;
    yield* ready.splice(0);
  } finally {
    // Whoever stops early leaves nothing behind.
    await Promise.allSettled([writer.abort(), writing, reading]);
  }
}

/** The entries of a small archive, by path. */
export function unzipped(archive: Uint8Array): Map<string, Bytes> {
  return new Map(Object.entries(unzipSync(archive)));
}
