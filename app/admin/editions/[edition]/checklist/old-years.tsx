import { Section } from "@/app/_ui/desk/section";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { oldYearsIn } from "@/lib/survey/old-years";
import styles from "../../editions.module.css";
import { placeAddress } from "./places";

/** Every text that holds an earlier year, the year marked, with the way to where it is edited. */
export function OldYears({ edition, locale }: { edition: Edition; locale: Locale }) {
  const t = translator(locale, "nextEdition");
  const { id: _id, instrumentId: _i, instrumentVersion: _v, revision: _r, ...definition } = edition;
  const texts = oldYearsIn(definition);
  const say = texts.length > 0 ? t("oldYears.say", { slug: edition.slug }) : t("oldYears.none");
  return (
    <Section id="old-years" title={t("oldYears.title", { n: texts.length })} say={say}>
      <ul className={styles.texts}>
        {texts.map(({ place, text, years }) => (
          <li key={`${place} ${text}`}>
            <p lang={/\p{Script=Han}/u.test(text) ? "zh-CN" : "en"}>
              <Marked text={text} years={years} />
            </p>
            <p className={styles.word}>
              {t(`places.${place}`)} <a href={placeAddress(place, edition.slug)}>{t("oldYears.edit")}</a>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Marked({ text, years }: { text: string; years: readonly string[] }) {
  const parts = text.split(new RegExp(`(${years.join("|")})`));
  return parts.map((part, place) =>
    years.includes(part) ? (
      <mark key={place} className={styles.year}>
        {part}
      </mark>
    ) : (
      part
    ),
  );
}
