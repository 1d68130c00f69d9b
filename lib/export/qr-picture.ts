import { grayPng } from "./png";

/** The modules of a QR code by row, true for dark, with the white around it that readers of the code need. */
export type QrModules = readonly (readonly boolean[])[];

/** Modules of white on each side. */
export const QUIET_ZONE = 4;

/** The side of a printed code in millimetres, without its quiet zone: phones need 25, and printing shrinks. */
export const PRINTED_SIDE = 30;

const DOTS_PER_INCH = 300;
const MILLIMETRES_PER_INCH = 25.4;

/** The dark modules as an SVG path of one unit a module; each run of a row is one piece, so that no seams show. */
export function qrPath(modules: QrModules): string {
  return modules.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).join("");
}

/** A code as an SVG file at its printed size, black on white. */
export function qrSvg(modules: QrModules): string {
  const side = modules.length;
  const width = `${round((PRINTED_SIDE * side) / (side - 2 * QUIET_ZONE))}mm`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${width}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">
<path fill="#fff" d="M0 0h${side}v${side}H0z"/>
<path fill="#000" d="${qrPath(modules)}"/>
</svg>
`;
}

/** A code as a PNG file of 300 dpi, whole pixels a module, at least as large as its printed size. */
export function qrPng(modules: QrModules): Uint8Array {
  const printed = (PRINTED_SIDE / MILLIMETRES_PER_INCH) * DOTS_PER_INCH;
  const scale = Math.ceil(printed / (modules.length - 2 * QUIET_ZONE));
  const isDark = (x: number, y: number) => modules[Math.floor(y / scale)]?.[Math.floor(x / scale)] ?? false;
  return grayPng({
    side: modules.length * scale,
    dotsPerInch: DOTS_PER_INCH,
    shadeAt: (x, y) => (isDark(x, y) ? 0 : 255),
  });
}

function runsOf(row: readonly boolean[]): [start: number, length: number][] {
  const starts = row.flatMap((isDark, x) => (isDark && !row[x - 1] ? [x] : []));
  return starts.map((start) => {
    const end = row.indexOf(false, start);
    return [start, (end < 0 ? row.length : end) - start];
  });
}

const round = (millimetres: number) => Math.round(millimetres * 100) / 100;
