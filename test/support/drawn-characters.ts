import sharp from "sharp";
import { label, picture } from "@/lib/charts/svg";

/** Whether a character was drawn as the frame that stands for a missing one: ink on all of its four sides. */
async function isFramed(character: string): Promise<boolean> {
  const parts = [label(character, 40, 160, { "font-size": 140 })];
  const svg = picture({ width: 240, height: 240, title: "", description: "" }, parts);
  const trimmed = sharp(Buffer.from(svg)).greyscale().trim();
  const { data, info } = await trimmed.raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const isDark = (x: number, y: number) => (data[(y * width + x) * info.channels] ?? 255) < 128;
  const along = (length: number, dark: (at: number) => boolean) =>
    Array.from({ length }, (_, at) => dark(at)).filter(Boolean).length > 0.8 * length;
  // The outermost row of pixels may be half of a line.
  const sides = [
    along(height, (y) => isDark(2, y)),
    along(height, (y) => isDark(width - 3, y)),
    along(width, (x) => isDark(x, 2)),
    along(width, (x) => isDark(x, height - 3)),
  ];
  return sides.every(Boolean);
}

// A process of its own, since a process reads its fontconfig file once. Prints the characters that are missing.
const asked = [...(process.argv[2] ?? "")];
const framed = await Promise.all(asked.map(isFramed));
process.stdout.write(asked.filter((_, place) => framed[place]).join(""));
