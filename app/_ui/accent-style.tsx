import type { Company } from "@/lib/survey/company";
import { type AccentTones, tonesOf } from "@/lib/survey/accent";

/** A company's own accent in place of ours, on screens; print stays black. Nothing where it has none. */
export function AccentStyle({ company }: { company: Pick<Company, "accent"> | null }) {
  if (!company?.accent) return null;
  const { light, dark } = tonesOf(company.accent);
  const css = `@media screen{${rule(light)}}@media screen and (prefers-color-scheme:dark){${rule(dark)}}`;
  return <style>{css}</style>;
}

const rule = (tones: AccentTones) =>
  `:root{${Object.entries(tones)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(";")}}`;
