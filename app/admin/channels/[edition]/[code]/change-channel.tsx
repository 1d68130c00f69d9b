import { Section } from "@/app/_ui/desk/section";
import { findRevisedChannel } from "@/db/channels";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Staff } from "@/lib/staff";
import { isSealed } from "@/lib/survey/edition-life";
import { changeChannel, deleteChannel } from "../../actions";
import { ChannelForm } from "../../channel-form";
import { channelFormContent } from "../../channel-form-content";
import styles from "../../channels.module.css";

interface ChangeChannelProps {
  readonly staff: Staff;
  readonly edition: Edition;
  readonly code: string;
  readonly locale: Locale;
  readonly hasAnswers: boolean;
  /** A deletion was just refused. */
  readonly refused: boolean;
}

/** What an administrator may change about a channel, and its deletion while no answer came by it. */
export async function ChangeChannel({ staff, edition, code, locale, hasAnswers, refused }: ChangeChannelProps) {
  const channel = await findRevisedChannel(staff, edition, code);
  if (!channel) return null;
  const t = translator(locale, "channels");
  if (isSealed(edition)) return <p className={`notice ${styles.done}`}>{t("form.sealed")}</p>;
  const content = channelFormContent(edition, locale, channel, { fixed: hasAnswers });
  return (
    <>
      <Section id="change" title={t("form.change")} say={hasAnswers ? t("form.codeFixed") : undefined}>
        <ChannelForm action={changeChannel} content={content} />
      </Section>
      {(refused || !hasAnswers) && (
        <Section id="remove" title={t("remove.title")} say={t("remove.say")}>
          {refused && <p className="notice notice-caution">{t("remove.refused")}</p>}
          {!hasAnswers && (
            <form action={deleteChannel} className={styles.remove}>
              {["edition", "channel", "revision"].map((name) => (
                <input key={name} type="hidden" name={name} value={content.hidden[name]} />
              ))}
              <button className="btn btn-2">{t("remove.submit")}</button>
            </form>
          )}
        </Section>
      )}
    </>
  );
}
