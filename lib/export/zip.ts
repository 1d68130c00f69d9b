import { Zip, ZipDeflate, unzipSync } from "fflate";

/** A file in an archive. Its path is ASCII. */
export interface ZipEntry {
  readonly path: string;
  readonly content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** Without the ZIP64 extension, which fflate does not write, a length or an offset has 32 bits. */
const LARGEST = 0xffff_ffff;

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
    const file = Object.assign(new ZipDeflate(path), { mtime: NO_TIME });
    let length = 0;
    zip.add(file);
    for await (const chunk of content) {
      length += chunk.length;
      file.push(chunk);
      yield* ready.splice(0);
      if (Math.max(length, written) > LARGEST) throw new RangeError(`${path} is too large for a ZIP archive`);
    }
    file.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

/** The entries of a small archive, by path. */
export function unzipped(archive: Uint8Array): Map<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(archive)));
}
