import { escapeHtml } from "../escape-html";
import { CHART_FACE, INK, PAPER } from "./palette";
import { halfWidth } from "./wrapped";

type Attributes = Readonly<Record<string, string | number>>;

/** One SVG element as text; numbers to two decimals, text escaped. */
export function element(name: string, attributes: Attributes, inner = ""): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeHtml(String(rounded(value)))}"`);
  return `<${name}${written.join("")}${inner === "" ? "/>" : `>${inner}</${name}>`}`;
}

/** Text as the inner part of an element: without the control characters that XML 1.0 refuses. */
export function textIn(text: string): string {
  return escapeHtml(text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")); // eslint-disable-line no-control-regex
}

/** A line of text with its baseline at y. */
export function label(text: string, x: number, y: number, attributes: Attributes = {}): string {
  return element("text", { x, y, "font-size": 14, fill: INK, ...attributes }, textIn(halfWidth(text)));
}

/** A whole picture on white: `title` and `description` are what a screen reader says of it. */
export function picture(
  { width, height, title, description }: { width: number; height: number; title: string; description: string },
  parts: readonly string[],
): string {
  const named = element("title", { id: "title" }, textIn(title)) + element("desc", { id: "desc" }, textIn(description));
  const ground = element("rect", { width, height, fill: PAPER });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "aria-labelledby": "title desc",
      "font-family": CHART_FACE,
    },
    [named, ground, ...parts].join("\n"),
  )}\n`;
}

const rounded = (value: string | number) => (typeof value === "number" ? Math.round(value * 100) / 100 : value);
