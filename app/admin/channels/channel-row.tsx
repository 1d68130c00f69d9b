import Link from "next/link";
import { CopyButton } from "@/app/_ui/desk/copy-button";
import { Figure, SecondLine } from "@/app/_ui/desk/table";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Channel } from "@/lib/survey/channel";
import { STAKEHOLDER_GROUP_NAMES } from "@/lib/survey/stakeholder-group";
import { channelLink, channelPath, qrFile } from "./channel-link";
import styles from "./channels.module.css";

interface ChannelRowProps {
  readonly edition: Edition;
  readonly channel: Channel;
  readonly valid: number;
  readonly locale: Locale;
}

/** A channel in the table: what a person hands out, at a click. */
export function ChannelRow({ edition, channel, valid, locale }: ChannelRowProps) {
  const t = translator(locale, "channels");
  const name = channel.name[locale];
  const kind = t(`kind.${channel.kind}`);
  return (
    <tr>
      <th scope="row">
        <Link href={`/admin/channels/${edition.slug}/${channel.code}`}>{name}</Link>{" "}
        {channel.retired && <span className={styles.retired}>{t("list.retired")}</span>}
        {kind !== name && <SecondLine>{kind}</SecondLine>}
      </th>
      <td>{channel.group ? STAKEHOLDER_GROUP_NAMES[channel.group][locale] : t("list.everybody")}</td>
      <td>
        <div className={styles.link}>
          <a href={channelLink(edition, channel)}>{channelPath(edition, channel)}</a>
          <CopyButton
            text={channelLink(edition, channel)}
            copy={t("list.copy")}
            label={t("list.copyOf", { name })}
            copied={t("list.copied")}
          />
        </div>
      </td>
      <td>
        {(["svg", "png"] as const).map((format) => (
          <a
            key={format}
            className={styles.file}
            href={qrFile(edition, channel, format)}
            aria-label={t("list.fileOf", { name, format: format.toUpperCase() })}
            download
          >
            {format.toUpperCase()}
          </a>
        ))}
      </td>
      <Figure>{valid}</Figure>
    </tr>
  );
}
