import { constants, crc32, deflateRawSync } from "node:zlib";
import { type OwnValues, type PageTemplate, between } from "./page-template";

/** How far deflate looks back, in bytes. */
const WINDOW = 32 * 1024;
/** Deflate, no name, no time, any system (RFC 1952). */
const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);

/**
 * The pieces of a template by deflate (RFC 1951), once for all pages that are made of it: each after what stands before
 * it in the page, where zeros keep the places of the own values, so that no piece refers to one.
 */
export function deflated({ pieces, follows, lengths }: PageTemplate): Buffer[] {
  let before: Buffer = Buffer.alloc(0);
  return pieces.map((piece, place) => {
    const name = follows[place];
    const finishFlush = name ? constants.Z_SYNC_FLUSH : constants.Z_FINISH;
    const options = { level: constants.Z_BEST_COMPRESSION, finishFlush };
    const made = deflateRawSync(piece, before.length > 0 ? { ...options, dictionary: before } : options);
    before = Buffer.concat([before, piece, Buffer.alloc(name ? lengths[name] : 0)]).subarray(-WINDOW);
    return made;
  });
}

/** A page as a file of gzip: the deflated pieces, and each own value between them as it is; `page` is the whole. */
export function gzipped(page: Buffer, { follows }: PageTemplate, pieces: readonly Buffer[], own: OwnValues): Buffer {
  const end = Buffer.alloc(8);
  end.writeUInt32LE(crc32(page));
  end.writeUInt32LE(page.length, 4);
  return Buffer.concat([HEAD, ...between(pieces, follows, (name) => stored(own[name])), end]);
}

/** A block that is not compressed. */
function stored(value: string): Buffer {
  const block = Buffer.alloc(5 + value.length);
  block.writeUInt16LE(value.length, 1);
  block.writeUInt16LE(~value.length & 0xffff, 3);
  block.write(value, 5, "latin1");
  return block;
}
