import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Result } from "@/lib/result";
import type { Staff } from "@/lib/staff";
import type { Logo } from "@/lib/survey/logo";
import { database } from "./client";
import { type ChangeRefusal, changeEdition } from "./edition-settings";
import type { Edition } from "./editions";
import { logo } from "./schema/logo";

/** A picture and what its bytes say of it (`readLogo`). */
export interface NewLogo extends Omit<Logo, "hash"> {
  readonly picture: Uint8Array;
}

/**
 * Gives an edition's company a logo, or none, from a form that showed `revision`; logged as every setting. A picture whose
 * edition was not changed after all is kept for nothing, and found again when it comes again.
 */
export async function changeLogo(
  staff: Staff,
  { slug, company }: Pick<Edition, "slug" | "company">,
  revision: number,
  added: NewLogo | null,
): Promise<Result<null, ChangeRefusal>> {
  const { logo: _before, ...rest } = company;
  if (!added) return changeEdition(staff, slug, revision, { company: rest });
  const { picture, ...facts } = added;
  const hash = createHash("sha256").update(picture).digest("hex");
  await database().insert(logo).values({ hash, type: facts.type, picture }).onConflictDoNothing();
  return changeEdition(staff, slug, revision, { company: { ...rest, logo: { ...facts, hash } } });
}

/** The picture of a hash, for anybody; null when there is none. */
export async function findLogo(hash: string): Promise<{ type: string; picture: Uint8Array } | null> {
  const [found] = await database()
    .select({ type: logo.type, picture: logo.picture })
    .from(logo)
    .where(eq(logo.hash, hash));
  return found ?? null;
}
