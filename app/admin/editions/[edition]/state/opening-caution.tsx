import { dayText } from "@/app/_ui/desk/dates";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { isPeriodOld, oldYearsIn } from "@/lib/survey/old-years";
import styles from "../../editions.module.css";

/** What still holds an old year as a round is opened, with the way to the checklist; nothing where nothing does. */
export function OpeningCaution({ edition, locale }: { edition: Edition; locale: Locale }) {
  const t = translator(locale, "nextEdition");
  const { id: _id, instrumentId: _i, instrumentVersion: _v, revision: _r, ...definition } = edition;
  const found = oldYearsIn(definition);
  const titles = found.filter(({ place }) => place === "report");
  const others = found.length - titles.length;
  const until = dayText(locale, edition.reportingPeriod.end);
  const lines = [
    ...titles.map(({ text }) => t("opening.title", { title: text })),
    ...(isPeriodOld(edition) ? [t("opening.period", { until, slug: edition.slug })] : []),
    ...(others > 0 ? [t("opening.texts", { n: others })] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <div className={`notice notice-caution ${styles.caution}`}>
      <p>{t("opening.say")}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        <a href={`/admin/editions/${edition.slug}/checklist`}>{t("opening.link")}</a>
      </p>
    </div>
  );
}
