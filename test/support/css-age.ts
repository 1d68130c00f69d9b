import bcd, { type CompatStatement, type Identifier } from "@mdn/browser-compat-data" with { type: "json" };
import * as css from "css-tree";

const { properties = {}, selectors = {}, types = {}, "at-rules": atRules = {} } = bcd.css;

/** The oldest browsers that show the reader's pages (domain.md §6.2): WeChat on old Androids, and iOS 12. */
const FLOORS = { chrome: 69, safari_ios: 12 } as const;

/**
 * What a style sheet holds that is younger than our floors and has no fallback, as `property: value` or a selector. A
 * fallback is another declaration of the property in the same rule that the floors know, or its prefixed form; a media
 * query or an `@supports` that is not understood leaves what stands outside it. Source: MDN's browser-compat-data.
 */
export function tooYoungIn(sheet: string): string[] {
  const found: string[] = [];
  css.walk(css.parse(sheet, { parseCustomProperty: true }), function visit(node) {
    if (node.type === "Atrule" && !isKnown(atRules[node.name])) found.push(`@${node.name}`);
    if (node.type === "FeatureRange") found.push(css.generate(node));
    if (node.type === "PseudoClassSelector" || node.type === "PseudoElementSelector")
      if (!isKnown(selectors[node.name])) found.push(`:${css.generate(node)}`);
    if (node.type === "NestingSelector") found.push("&");
    if (node.type === "Block" && this.atrule?.name !== "supports") found.push(...tooYoungInBlock(node));
  });
  return [...new Set(found)];
}

function tooYoungInBlock(block: css.Block): string[] {
  const declarations = block.children.toArray().filter((node) => node.type === "Declaration");
  const young = declarations.filter((declaration) => !isDeclarationKnown(declaration));
  return young
    .filter((one) => !declarations.some((other) => !young.includes(other) && isSame(other.property, one.property)))
    .map((declaration) => css.generate(declaration));
}

function isSame(known: string, wanted: string): boolean {
  return known.replace(/^-webkit-/, "") === wanted;
}

function isDeclarationKnown({ property, value }: css.Declaration): boolean {
  const feature = properties[property.replace(/^-webkit-/, "")];
  if (!property.startsWith("-") && !isKnown(feature)) return false;
  const parts: (Identifier | undefined)[] = [];
  css.walk(value, (node) => {
    if (node.type === "Identifier") parts.push(feature?.[node.name]);
    if (node.type === "Function") parts.push(feature?.[node.name], types[node.name], types.color?.[node.name]);
    if (node.type === "Dimension") parts.push(lengthUnit(node.unit));
  });
  return parts.every((part) => part === undefined || isKnown(part));
}

/** `dvh` and its kin have one entry for each family. */
function lengthUnit(unit: string): Identifier | undefined {
  const [, family] = /^([dls])v(?:[hwbi]|min|max)$/.exec(unit) ?? [];
  const names = { d: "dynamic", l: "large", s: "small" } as const;
  return types.length?.[family ? `viewport_percentage_units_${names[family as keyof typeof names]}` : unit];
}

/** Whether both floors know a feature; what the data knows nothing of (vendor words, `grid` keywords) counts as known. */
function isKnown(feature: Identifier | undefined): boolean {
  const statement: CompatStatement | undefined = feature?.["__compat"];
  return !statement || Object.entries(FLOORS).every(([browser, floor]) => sinceWhen(statement, browser) <= floor);
}

function sinceWhen(statement: CompatStatement, browser: string): number {
  const support = statement.support[browser as keyof typeof FLOORS];
  const plain = [support ?? []]
    .flat()
    .filter(({ prefix, alternative_name, flags }) => !prefix && !alternative_name && !flags);
  const versions = plain.map(({ version_added }) => version_added).filter((version) => typeof version === "string");
  return Math.min(Infinity, ...versions.map((version) => Number.parseFloat(version.replace("≤", "")) || Infinity));
}
