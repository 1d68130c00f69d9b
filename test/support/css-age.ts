import bcd, { type CompatStatement, type Identifier } from "@mdn/browser-compat-data" with { type: "json" };
import * as css from "css-tree";

const { properties = {}, selectors = {}, types = {}, "at-rules": atRules = {} } = bcd.css;

/** The oldest browsers that show a page, by the name and version that MDN's data has of them. */
type Floors = Readonly<Partial<Record<"chrome" | "safari_ios", number>>>;

/** The reader's pages: WeChat on old Androids, and iOS 12. */
export const READER_FLOORS: Floors = { chrome: 69, safari_ios: 12 };
/** The department's pages: the browsers that offices in China are slow to replace are made of this Chromium. */
export const DESK_FLOORS: Floors = { chrome: 90 };

/**
 * What a style sheet holds that is younger than the floors and has no fallback, as `property: value` or a selector. A
 * fallback is another declaration of the property in the same rule that the floors know, or its prefixed form; a media
 * query or an `@supports` that is not understood leaves what stands outside it. Source: MDN's browser-compat-data.
 */
export function tooYoungIn(sheet: string, floors: Floors = READER_FLOORS): string[] {
  const found: string[] = [];
  const isKnown = (feature: Identifier | undefined) => isKnownTo(floors, feature);
  css.walk(css.parse(sheet, { parseCustomProperty: true }), function visit(node) {
    if (node.type === "Atrule" && !isKnown(atRules[node.name])) found.push(`@${node.name}`);
    if (node.type === "FeatureRange") found.push(css.generate(node));
    if (node.type === "PseudoClassSelector" || node.type === "PseudoElementSelector")
      if (!isKnown(selectors[node.name])) found.push(`:${css.generate(node)}`);
    if (node.type === "NestingSelector") found.push("&");
    if (node.type === "Block" && this.atrule?.name !== "supports") found.push(...tooYoungInBlock(node, floors));
  });
  return [...new Set(found)];
}

function tooYoungInBlock(block: css.Block, floors: Floors): string[] {
  const declarations = block.children.toArray().filter((node) => node.type === "Declaration");
  const young = declarations.filter((declaration) => !isDeclarationKnown(declaration, floors));
  return young
    .filter((one) => !declarations.some((other) => !young.includes(other) && isSame(other.property, one.property)))
    .map((declaration) => css.generate(declaration));
}

function isSame(known: string, wanted: string): boolean {
  return known.replace(/^-webkit-/, "") === wanted;
}

function isDeclarationKnown({ property, value }: css.Declaration, floors: Floors): boolean {
  const feature = properties[property.replace(/^-webkit-/, "")];
  if (!property.startsWith("-") && !isKnownTo(floors, feature)) return false;
  const parts: (Identifier | undefined)[] = [];
  css.walk(value, (node) => {
    if (node.type === "Identifier") parts.push(feature?.[node.name]);
    if (node.type === "Function") parts.push(feature?.[node.name], types[node.name], types.color?.[node.name]);
    if (node.type === "Dimension") parts.push(lengthUnit(node.unit));
  });
  return parts.every((part) => part === undefined || isKnownTo(floors, part));
}

/** `dvh` and its kin have one entry for each family. */
function lengthUnit(unit: string): Identifier | undefined {
  const [, family] = /^([dls])v(?:[hwbi]|min|max)$/.exec(unit) ?? [];
  const names = { d: "dynamic", l: "large", s: "small" } as const;
  return types.length?.[family ? `viewport_percentage_units_${names[family as keyof typeof names]}` : unit];
}

/** Whether the floors know a feature; what the data knows nothing of (vendor words, `grid` keywords) counts as known. */
function isKnownTo(floors: Floors, feature: Identifier | undefined): boolean {
  const statement: CompatStatement | undefined = feature?.["__compat"];
  return !statement || Object.entries(floors).every(([browser, floor]) => sinceWhen(statement, browser) <= floor);
}

function sinceWhen(statement: CompatStatement, browser: string): number {
  const support = statement.support[browser as keyof Floors];
  const plain = [support ?? []]
    .flat()
    .filter(({ prefix, alternative_name, flags }) => !prefix && !alternative_name && !flags);
  const versions = plain.map(({ version_added }) => version_added).filter((version) => typeof version === "string");
  return Math.min(Infinity, ...versions.map((version) => Number.parseFloat(version.replace("≤", "")) || Infinity));
}
