import type { InstrumentDesk } from "@/db/instrument-desk";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { discardDraft, publishDraft } from "../actions";
import { editorAddress } from "../editor-address";
import styles from "./publish.module.css";

interface PublishActsProps {
  readonly desk: InstrumentDesk;
  readonly slug: string;
  readonly locale: Locale;
}

/** Publishing the draft that was reviewed above, or giving it up. */
export function PublishActs({ desk: { draft, isSealed }, slug, locale }: PublishActsProps) {
  const t = translator(locale, "instrument");
  const { version, revision } = draft;
  const isPossible = revision > 0 && !isSealed;
  return (
    <div className={styles.end}>
      {isPossible && (
        <form action={publishDraft}>
          {Object.entries({ edition: slug, version, revision }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <p>{t("publish.say", { version })}</p>
          <p className={styles.acts}>
            <button className="btn">{t("publish.submit", { version })}</button>
            <button className="btn btn-2" formAction={discardDraft}>
              {t("publish.discard")}
            </button>
          </p>
        </form>
      )}
      <p>
        <a href={editorAddress(slug)}>{t("publish.back")}</a>
      </p>
    </div>
  );
}
