import { countAnswers } from "@/db/edition-counts";
import type { Edition } from "@/db/editions";
import { listUnsealings } from "@/db/unsealings";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Staff } from "@/lib/staff";
import { isSealed } from "@/lib/survey/edition-life";
import { Caution } from "./caution";
import { momentText } from "./dates";

interface SealNotesProps {
  readonly staff: Staff;
  readonly edition: Edition;
  readonly locale: Locale;
}

/** What befell an edition's seal, wherever its results are read: that it was broken and why, and what was withdrawn. */
export async function SealNotes({ staff, edition, locale }: SealNotesProps) {
  const t = translator(locale, "editions");
  const unsealings = await listUnsealings(staff, edition.id);
  const wasSealed = isSealed(edition) || unsealings.length > 0;
  const counts = wasSealed ? (await countAnswers(staff, edition.id)).get(edition.id) : undefined;
  const withdrawn = counts?.withdrawnSealed ?? 0;
  return (
    <>
      {unsealings.map(({ at, staffName, reason }) => (
        <Caution key={at.toISOString()}>
          {t("sealed.unsealed", { moment: momentText(locale, edition, at), name: staffName, reason })}
        </Caution>
      ))}
      {withdrawn > 0 && <Caution>{t("sealed.withdrawn", { n: withdrawn })}</Caution>}
    </>
  );
}
