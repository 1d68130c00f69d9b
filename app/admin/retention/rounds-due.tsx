import { Figure, Table } from "@/app/_ui/desk/table";
import type { RoundDue } from "@/db/retention";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";

interface RoundsDueProps {
  readonly rounds: readonly string[];
  readonly due: readonly RoundDue[];
  /** The round that the page shows. */
  readonly current: string;
  readonly locale: Locale;
}

/** Every round with what of it is past its time, and the way to it. */
export function RoundsDue({ rounds, due, current, locale }: RoundsDueProps) {
  const t = translator(locale, "retention");
  const word = translator(locale, "department");
  const columns = [
    { head: t("rounds.round") },
    { head: t("rounds.contacts"), numeric: true },
    { head: t("rounds.texts"), numeric: true },
  ];
  return (
    <Table caption={t("rounds.caption")} columns={columns}>
      {rounds.map((slug) => {
        const { contacts, texts } = due.find((each) => each.slug === slug) ?? { contacts: 0, texts: 0 };
        return (
          <tr key={slug}>
            <th scope="row">
              <a href={`/admin/retention?edition=${slug}`} aria-current={slug === current ? "page" : undefined}>
                {word("round", { slug })}
              </a>
            </th>
            <Figure>{contacts.toLocaleString(locale)}</Figure>
            <Figure>{texts.toLocaleString(locale)}</Figure>
          </tr>
        );
      })}
    </Table>
  );
}
