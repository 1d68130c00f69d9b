import { z } from "zod";
import { type Result, fail, ok } from "../result";

/** The kinds of picture that every browser shows and none runs: an SVG could hold a script. */
export const LOGO_TYPES = ["image/png", "image/jpeg", "image/webp"] as const;

/** A company's logo as an edition names it: its picture lies under `hash`, the SHA-256 of its bytes in hex. */
export const Logo = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  type: z.enum(LOGO_TYPES),
  width: z.int().positive(),
  height: z.int().positive(),
});
export type Logo = z.infer<typeof Logo>;

/** 100 kB: on a telephone it comes with a page of some 150. */
export const LARGEST_LOGO = 100 * 1024;
/** In pixels, of either side: less cannot be told on a good screen, more is a photograph. */
const [LEAST_SIDE, MOST_SIDE] = [16, 2000];

/** Why a file is no logo. */
export const LOGO_ERRORS = ["no-file", "too-large", "not-a-picture", "bad-size"] as const;
export type LogoError = (typeof LOGO_ERRORS)[number];

/** What a picture is by its own bytes, whatever its name says; or why it cannot be a logo. */
export function readLogo(bytes: Uint8Array): Result<Omit<Logo, "hash">, LogoError> {
  if (bytes.length === 0) return fail("no-file");
  if (bytes.length > LARGEST_LOGO) return fail("too-large");
  const found = readPng(bytes) ?? readWebp(bytes) ?? readJpeg(bytes);
  if (!found) return fail("not-a-picture");
  const isRight = [found.width, found.height].every((side) => side >= LEAST_SIDE && side <= MOST_SIDE);
  return isRight ? ok(found) : fail("bad-size");
}

/** How large a logo is shown, in CSS pixels: as it is, unless that is more than there is room for. */
export function shownSize({ width, height }: Pick<Logo, "width" | "height">): { width: number; height: number } {
  const scale = Math.min(1, 160 / width, 40 / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

type Found = Omit<Logo, "hash"> | null;

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const says = (bytes: Uint8Array, at: number, word: string) =>
  [...word].every((sign, place) => bytes[at + place] === sign.charCodeAt(0));

/** PNG (RFC 2083, 4.1.1): its first chunk is IHDR. */
function readPng(bytes: Uint8Array): Found {
  if (bytes.length < 24 || !says(bytes, 0, "\u0089PNG\r\n\u001A\n") || !says(bytes, 12, "IHDR")) return null;
  const view = viewOf(bytes);
  return { type: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
}

/** WebP (RFC 9649, 2.5 to 2.7): lossy, lossless or extended. */
function readWebp(bytes: Uint8Array): Found {
  if (bytes.length < 30 || !says(bytes, 0, "RIFF") || !says(bytes, 8, "WEBP")) return null;
  const [type, view] = ["image/webp" as const, viewOf(bytes)];
  if (says(bytes, 12, "VP8X")) {
    const side = (at: number) => 1 + view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
    return { type, width: side(24), height: side(27) };
  }
  if (says(bytes, 12, "VP8L")) {
    const bits = view.getUint32(21, true);
    return { type, width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (!says(bytes, 12, "VP8 ")) return null;
  return { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

/** JPEG (ITU-T T.81, B.1.1 and B.2.2): the sides stand in the frame header, behind segments that are passed over. */
function readJpeg(bytes: Uint8Array): Found {
  const view = viewOf(bytes);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff;) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { type: "image/jpeg", height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}
