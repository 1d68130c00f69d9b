import { Section } from "@/app/_ui/desk/section";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { isSealed } from "@/lib/survey/edition-life";
import { type Query, queryValue } from "../query";
import { addChannel } from "./actions";
import { ChannelForm } from "./channel-form";
import { channelFormContent } from "./channel-form-content";
import styles from "./channels.module.css";

interface NewChannelProps {
  readonly edition: Edition;
  readonly locale: Locale;
  /** May name the `group` that the channel is to be for. */
  readonly query: Query;
}

/** The form of one more channel; of a sealed edition, that there will be none. */
export async function NewChannel({ edition, locale, query }: NewChannelProps) {
  const t = translator(locale, "channels");
  if (isSealed(edition)) return <p className={`notice ${styles.done}`}>{t("form.sealed")}</p>;
  const known = { group: (await queryValue(query, "group")) ?? "" };
  return (
    <Section id="add" title={t("form.add")} say={t("form.addSay")}>
      <ChannelForm
        // What was typed for one round is not added to another.
        key={edition.slug}
        action={addChannel}
        content={channelFormContent(edition, locale, undefined, { known })}
      />
    </Section>
  );
}
