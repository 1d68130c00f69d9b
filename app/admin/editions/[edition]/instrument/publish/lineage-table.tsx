import { Section } from "@/app/_ui/desk/section";
import { Table } from "@/app/_ui/desk/table";
import type { InstrumentDesk } from "@/db/instrument-desk";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { itemsOf } from "@/lib/survey/instrument";
import { lineageOf } from "@/lib/survey/lineage";

interface LineageTableProps {
  readonly desk: InstrumentDesk;
  readonly slug: string;
  readonly locale: Locale;
}

/** How each item stands to last year, as it will be written down; nothing without a last year. */
export function LineageTable({ desk: { draft, last }, slug, locale }: LineageTableProps) {
  if (!last) return null;
  const t = translator(locale, "instrument");
  const items = [...itemsOf(last.instrument), ...itemsOf(draft.document)];
  const texts = new Map(items.map(({ key, text }) => [key, text[locale]]));
  return (
    <Section id="lineage" title={t("lineages.title", { last: last.slug })}>
      <Table
        caption={t("lineages.caption", { last: last.slug })}
        columns={[{ head: t("lineages.item") }, { head: t("lineages.relation") }, { head: t("lineages.trend") }]}
      >
        {lineageOf({ slug, instrument: draft.document }, last).map(({ key, lineage, trend }) => (
          <tr key={key}>
            <th scope="row">{texts.get(key)}</th>
            <td>{t(`lineages.${lineage}`)}</td>
            <td>{t(`lineages.${trend}`)}</td>
          </tr>
        ))}
      </Table>
    </Section>
  );
}
