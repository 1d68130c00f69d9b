import { Section } from "@/app/_ui/desk/section";
import type { Edition } from "@/db/editions";
import { invitationOf } from "@/lib/invitation";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { channelForGroup } from "@/lib/survey/channel";
import type { StakeholderGroup } from "@/lib/survey/stakeholder-group";
import { channelLink } from "../../../channels/channel-link";
import { CopiedText } from "./copied-text";

interface InvitationTextsProps {
  readonly edition: Edition;
  readonly group: StakeholderGroup;
  /** In which language the texts are; `locale` is that of the page around them. */
  readonly language: Locale;
  readonly locale: Locale;
}

/** A group's invitation in one language: the letter with its subject, and the lines for WeChat. */
export function InvitationTexts({ edition, group, language, locale }: InvitationTextsProps) {
  const t = translator(locale, "coverage");
  const channels = {
    email: channelForGroup(edition.channels, group, "email"),
    wechat: channelForGroup(edition.channels, group, "wechat"),
  };
  const links = {
    email: channelLink(edition, channels.email, language),
    wechat: channelLink(edition, channels.wechat, language),
  };
  const { subject, body, short } = invitationOf(edition, group, links, language);
  const countsFor = (way: keyof typeof channels) => {
    const channel = channels[way];
    return channel ? t("invite.by", { channel: channel.name[locale] }) : t("invite.byNone");
  };
  const shown = { language, copied: t("invite.copied") };
  return (
    <>
      <Section id={`email-${language}`} title={t(`invite.email.${language}`)} say={countsFor("email")}>
        <CopiedText {...shown} title={t("invite.subject")} copy={t("invite.copySubject")} text={subject} />
        <CopiedText {...shown} title={t("invite.body")} copy={t("invite.copyBody")} text={body} />
      </Section>
      <Section id={`wechat-${language}`} title={t(`invite.wechat.${language}`)} say={countsFor("wechat")}>
        <CopiedText {...shown} title={t("invite.text")} copy={t("invite.copyText")} text={short} />
      </Section>
    </>
  );
}
