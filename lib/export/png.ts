import { zlibSync } from "fflate";

/** A square picture: `shadeAt` is 0 for black to 255 for white. */
export interface GrayPicture {
  readonly side: number;
  readonly dotsPerInch: number;
  readonly shadeAt: (x: number, y: number) => number;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const INCHES_PER_METRE = 1 / 0.0254;

/** A picture as a PNG of eight bits of grey a pixel (ISO/IEC 15948), which says at what size it is to be printed. */
export function grayPng({ side, dotsPerInch, shadeAt }: GrayPicture): Uint8Array {
  const perMetre = Math.round(dotsPerInch * INCHES_PER_METRE);
  // A row begins with its filter, 0: none.
  const rows = Uint8Array.from({ length: side * (side + 1) }, (_, place) => {
    const [x, y] = [(place % (side + 1)) - 1, Math.floor(place / (side + 1))];
    return x < 0 ? 0 : shadeAt(x, y);
  });
  return concat([
    SIGNATURE,
    // Depth 8, colour type 0 (grey), and the only compression, filter method and no interlace.
    chunk("IHDR", concat([uint32(side), uint32(side), Uint8Array.of(8, 0, 0, 0, 0)])),
    chunk("pHYs", concat([uint32(perMetre), uint32(perMetre), Uint8Array.of(1)])),
    chunk("IDAT", zlibSync(rows, { level: 9 })),
    chunk("IEND", new Uint8Array(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const named = concat([new TextEncoder().encode(type), data]);
  return concat([uint32(data.length), named, uint32(crc32(named))]);
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

function uint32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
