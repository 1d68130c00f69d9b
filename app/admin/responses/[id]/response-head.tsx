import { dayText } from "@/app/_ui/desk/dates";
import type { Edition } from "@/db/editions";
import type { ResponseView } from "@/db/response-view";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Channel } from "@/lib/survey/channel";
import { channelWords } from "../channel-words";
import { numberOf } from "../response-number";
import { StatusWords } from "../status-words";
import { readingWords } from "./reading-words";
import styles from "./response.module.css";

interface ResponseHeadProps {
  readonly response: ResponseView;
  readonly edition: Edition;
  readonly list: string | undefined;
  readonly locale: Locale;
}

/** Which answer this is, how it stands, and what is known of where it came from. */
export function ResponseHead({ response, edition, list, locale }: ResponseHeadProps) {
  const t = translator(locale, "responses");
  const language = translator(locale, "export");
  const { isWithdrawn, facts } = factsOf(response, edition.channels, locale);
  return (
    <header>
      <p className={styles.back}>
        <a href={`/admin/responses?${new URLSearchParams(list ?? { edition: edition.slug })}`}>{t("one.back")}</a>
      </p>
      <h1>{t("number", { number: numberOf(response.id) })}</h1>
      <p className={styles.report}>
        {translator(locale, "department")("reportTitle", { title: edition.reportTitle[locale] })}
      </p>
      <div className={styles.status}>
        <StatusWords
          status={response.status}
          reason={response.statusReason}
          proposed={response.proposal?.reason ?? null}
          locale={locale}
        />
      </div>
      <dl className={styles.facts} aria-label={t("one.facts")}>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {!isWithdrawn && (
          <div>
            <dt>{t("one.language")}</dt>
            <dd>{language(`language.${response.locale}`)}</dd>
          </div>
        )}
      </dl>
    </header>
  );
}

/** Days, channel and version; of a withdrawn answer the day of its withdrawal alone. */
function factsOf(response: ResponseView, channels: readonly Channel[], locale: Locale) {
  const { status, receivedOn, changedOn, channel, instrumentVersion, readingSeconds } = response;
  const t = translator(locale, "responses");
  const day = (stored: string) => dayText(locale, stored);
  if (status === "withdrawn") {
    return { isWithdrawn: true, facts: changedOn ? [[t("one.withdrawnOn"), day(changedOn)]] : [] };
  }
  const facts = [
    [t("one.received"), day(receivedOn)],
    ...(changedOn ? [[t("one.changed"), day(changedOn)]] : []),
    [t("one.channel"), channel ? channelWords(channels, channel, locale) : t("one.none")],
    ...(readingSeconds === null
      ? []
      : [[translator(locale, "flags")("reading"), readingWords(readingSeconds, locale)]]),
    [t("one.version"), t("one.versionText", { version: instrumentVersion })],
  ];
  return { isWithdrawn: false, facts };
}
