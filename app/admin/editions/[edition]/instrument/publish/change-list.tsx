import { Caution } from "@/app/_ui/desk/caution";
import { Section } from "@/app/_ui/desk/section";
import type { InstrumentDesk } from "@/db/instrument-desk";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type Instrument, itemsOf } from "@/lib/survey/instrument";
import { type InstrumentChange, changedInOneLanguage, changesBetween } from "@/lib/survey/instrument-changes";
import { OPTIONAL_QUESTION_TEXTS } from "@/lib/survey/optional-question";
import { fieldLabel, placeLabel } from "../place-label";
import styles from "./publish.module.css";

/** Everything that differs between the published form and the draft, in words. */
export function ChangeList({ desk: { draft, published }, locale }: { desk: InstrumentDesk; locale: Locale }) {
  const t = translator(locale, "instrument");
  const changes = changesBetween(published, draft);
  const alone = changedInOneLanguage(changes).map(({ place, locale: language }) =>
    fieldLabel(draft.document, `${place}.${language}`, locale),
  );
  return (
    <Section id="changes" title={t("changes.title", { published: published.version })}>
      {changes.length === 0 && <p className={styles.none}>{t("changes.none", { published: published.version })}</p>}
      <ul className={styles.changes}>
        {changes.map((change) => {
          const words = inWords(change, draft.document, locale);
          return <li key={words}>{words}</li>;
        })}
      </ul>
      {alone.length > 0 && (
        <Caution>{t("changes.oneLanguage", { places: alone.join(locale === "en" ? ", " : "、") })}</Caution>
      )}
    </Section>
  );
}

function inWords(change: InstrumentChange, document: Instrument, locale: Locale): string {
  const t = translator(locale, "instrument");
  switch (change.kind) {
    case "added":
    case "retired": {
      const { kind, text } = change.item;
      return t(`changes.${change.kind}`, { kind: t(`item.kind.${kind}`), text: text[locale] });
    }
    case "wording": {
      const { before, after } = change;
      const place = fieldLabel(document, `${change.place}.${change.locale}`, locale);
      if (before === "") return t("changes.textAdded", { place, after });
      if (after === "") return t("changes.textGone", { place, before });
      const amendment = itemsOf(document).find(({ key }) => change.place === `item.${key}`)?.amendment;
      if (!amendment) return t("changes.wording", { place, before, after });
      return t("changes.wordingSaid", { place, before, after, amendment: t(`amendment.${amendment}`) });
    }
    case "order": {
      const names = itemsOf(document).map(
        ({ key, text }) => `${placeLabel(document, `item.${key}`, locale)} ${text[locale]}`,
      );
      return t("changes.order", { order: names.join(locale === "en" ? "; " : "；") });
    }
    default:
      return t(`changes.${change.kind}`, { question: OPTIONAL_QUESTION_TEXTS[change.question][locale] });
  }
}
