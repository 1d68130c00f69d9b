import { Caution } from "@/app/_ui/desk/caution";
import type { RoundDue } from "@/db/retention";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";

/** Where an administrator looks anyway: which rounds hold what is past its time; nothing where none does. */
export function DueNotice({ due, locale }: { due: readonly RoundDue[]; locale: Locale }) {
  const t = translator(locale, "retention");
  const [first] = due;
  if (!first) return null;
  const slugs = due.map(({ slug }) => slug).join(t("separator"));
  return (
    <Caution>
      {t("announce", { slugs, n: due.length })}{" "}
      <a href={`/admin/retention?edition=${first.slug}`}>{t("announceLink")}</a>
    </Caution>
  );
}
