/** The colours that stand for an accent in one of the two schemes, by the names of app/_ui/tokens.css. */
export interface AccentTones {
  readonly accent: string;
  readonly "accent-hover": string;
  readonly "on-accent": string;
  readonly "accent-tint": string;
}

/** WCAG 2.2, 1.4.3: text on its ground. */
export const LEAST_CONTRAST = 4.5;

/** The grounds of app/_ui/tokens.css that accents stand on, the least favourable of each scheme. */
const LIGHT = { paper: "#ffffff", surface: "#f3f6f4" };
const DARK = { paper: "#121715", surface: "#1b2220", ink: "#0b1512" };
const DARK_CONTRAST = 7;

/** Whether a text is a colour as six digits: `#0e5a4a`, in any case. */
export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}

/** Whether text of a colour can be read on our light grounds; in the dark a lighter tone of it is taken. */
export function isReadable(colour: string): boolean {
  return contrastOf(colour, LIGHT.surface) >= LEAST_CONTRAST;
}

/** The tones of a readable accent, light and dark. Mixed towards black, white and paper; each is readable in its place. */
export function tonesOf(colour: string): { light: AccentTones; dark: AccentTones } {
  const steps = Array.from({ length: 21 }, (_, step) => mixed(colour, "#ffffff", step / 20));
  const bright = steps.find((tone) => contrastOf(tone, DARK.surface) >= DARK_CONTRAST) ?? "#ffffff";
  return {
    light: {
      accent: colour,
      "accent-hover": mixed(colour, "#000000", 0.25),
      "on-accent": "#ffffff",
      "accent-tint": mixed(LIGHT.paper, colour, 0.1),
    },
    dark: {
      accent: bright,
      "accent-hover": mixed(bright, "#ffffff", 0.35),
      "on-accent": DARK.ink,
      "accent-tint": mixed(DARK.paper, bright, 0.15),
    },
  };
}

/** The contrast of two colours, 1 to 21: WCAG 2.2, "contrast ratio". */
export function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mixed(one: string, other: string, share: number): string {
  const [from, to] = [partsOf(one), partsOf(other)];
  const parts = from.map((part, place) => Math.round(part + ((to[place] ?? 0) - part) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

const partsOf = (colour: string) => [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
