import { Section } from "@/app/_ui/desk/section";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { addChannel } from "./actions";
import { ChannelForm } from "./channel-form";
import { channelFormContent } from "./channel-form-content";

/** The form of one more channel. */
export function NewChannel({ edition, locale }: { edition: Edition; locale: Locale }) {
  const t = translator(locale, "channels");
  return (
    <Section id="add" title={t("form.add")} say={t("form.addSay")}>
      <ChannelForm action={addChannel} content={channelFormContent(edition, locale)} />
    </Section>
  );
}
