import { LOGO_ERRORS } from "@/lib/survey/logo";

/** Why a logo was not taken: by its file, since somebody changed the edition meanwhile, or since it is sealed. */
const LOGO_REFUSALS = [...LOGO_ERRORS, "changed", "sealed"] as const;
export type LogoRefusal = (typeof LOGO_REFUSALS)[number];

/** The form of an edition's logo, which says why one was not taken. */
export function logoAddress(slug: string, refused: LogoRefusal): string {
  return `/admin/editions/${slug}/notice?logo=${refused}#logo`;
}

/** The reason that an address gives, or null. */
export function logoRefusal(word: string | undefined): LogoRefusal | null {
  return LOGO_REFUSALS.find((known) => known === word) ?? null;
}
