import { Unzip, UnzipInflate } from "fflate";

/** What a workbook may unpack to, in bytes: as XML a table takes some ten times its packed size. */
const LARGEST_UNPACKED = 150 * 1024 * 1024;
/**
 * What is read at once, a row of a sheet or everything beside the sheets, may have so many bytes and so many "<": a text takes
 * four of these, and 800 bytes of memory however short it is.
 */
const LARGEST_AT_ONCE = 30 * 1024 * 1024;
const MOST_MARKS_AT_ONCE = 1_000_000;

/** What is read at once, so far. */
interface Reading {
  bytes: number;
  marks: number;
}

/**
 * Whether a workbook unpacks to more than this program can hold. Unpacks once, keeping nothing, and stops as soon as it becomes
 * too much: what an archive says of itself may lie. Throws on what is no archive.
 */
export function isBomb(packed: Uint8Array): boolean {
  let isTooMuch = false;
  let unpacked = 0;
  const beside: Reading = { bytes: 0, marks: 0 };
  const unzip = new Unzip((file) => {
    const isSheet = file.name.startsWith("xl/worksheets/");
    const count = counter(isSheet ? { bytes: 0, marks: 0 } : beside, isSheet);
    file.ondata = (error, chunk) => {
      if (error) throw error;
      unpacked += chunk.length;
      isTooMuch ||= unpacked > LARGEST_UNPACKED || count(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < packed.length; at += STRIDE) {
    unzip.push(packed.subarray(at, at + STRIDE), at + STRIDE >= packed.length);
    if (isTooMuch) break;
  }
  return isTooMuch;
}

const STRIDE = 65_536;
const ROW = new TextEncoder().encode("<row");

/** Adds chunk by chunk what a part has, in a sheet of each row anew, and tells whether that is too much. */
function counter(reading: Reading, isByRow: boolean): (chunk: Uint8Array) => boolean {
  let [matched, isTooMuch] = [0, false];
  return (chunk) => {
    for (const byte of chunk) {
      matched = byte === ROW[matched] ? matched + 1 : byte === ROW[0] ? 1 : 0;
      if (isByRow && matched === ROW.length) {
        isTooMuch ||= exceeds(reading);
        Object.assign(reading, { bytes: 0, marks: 0 });
      }
      reading.bytes += 1;
      if (byte === ROW[0]) reading.marks += 1;
    }
    return isTooMuch || exceeds(reading);
  };
}

const exceeds = ({ bytes, marks }: Reading) => bytes > LARGEST_AT_ONCE || marks > MOST_MARKS_AT_ONCE;
