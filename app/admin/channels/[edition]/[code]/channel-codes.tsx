import { CopyAddress } from "@/app/_ui/desk/copy-address";
import { FinePrint } from "@/app/_ui/desk/fine-print";
import { Section } from "@/app/_ui/desk/section";
import { QrCode } from "@/app/_ui/qr-code";
import type { Edition } from "@/db/editions";
import { LOCALES, type Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Channel } from "@/lib/survey/channel";
import { channelLink, qrFile } from "../../channel-link";
import styles from "../../channels.module.css";

interface ChannelCodesProps {
  readonly edition: Edition;
  readonly channel: Channel;
  readonly locale: Locale;
}

/** A channel's link in each language, as an address, as a code and as files of the code. */
export function ChannelCodes({ edition, channel, locale }: ChannelCodesProps) {
  const t = translator(locale, "channels");
  const codes = LOCALES.map((language) => ({ language, address: channelLink(edition, channel, language) }));
  return (
    <Section id="codes" title={t("one.links")} say={t("one.say")}>
      <div className={styles.codes}>
        {codes.map(({ language, address }) => (
          <div key={language} className={styles.code}>
            <h3>{t(`one.${language}`)}</h3>
            <QrCode className={styles.picture} text={address} label={t("one.alt", { address })} />
            <CopyAddress address={address} label={t("one.address")} copy={t("one.copy")} copied={t("list.copied")} />
            <p className={styles.files}>
              <a href={qrFile(edition, channel, "svg", language)} download>
                {t("one.svg")}
              </a>
              <a href={qrFile(edition, channel, "png", language)} download>
                {t("one.png")}
              </a>
            </p>
          </div>
        ))}
      </div>
      <FinePrint>
        <p>{t("one.print")}</p>
      </FinePrint>
    </Section>
  );
}
