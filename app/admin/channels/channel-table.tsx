import { Figure, SecondLine, Table } from "@/app/_ui/desk/table";
import type { ChannelAnswers } from "@/db/channel-answers";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { Section } from "@/app/_ui/desk/section";
import { ChannelRow } from "./channel-row";

interface ChannelTableProps {
  readonly edition: Edition;
  readonly answers: readonly ChannelAnswers[];
  readonly locale: Locale;
}

/** Every channel of an edition, the retired ones last, with its link, QR code and valid responses; then the others. */
export function ChannelTable({ edition, answers, locale }: ChannelTableProps) {
  const t = translator(locale, "channels");
  const valid = (code: string | null) => answers.find((row) => row.code === code)?.valid ?? 0;
  const total = answers.reduce((sum, row) => sum + row.valid, 0);
  const channels = edition.channels.toSorted((one, other) => Number(one.retired) - Number(other.retired));
  const columns = [
    { head: t("list.channel") },
    { head: t("list.group") },
    { head: t("list.link") },
    { head: t("list.code") },
    { head: t("list.valid"), numeric: true },
  ];
  return (
    <Section id="links" title={t("list.title")}>
      <Table caption={t("list.caption")} columns={columns}>
        {channels.map((channel) => (
          <ChannelRow key={channel.code} {...{ edition, channel, locale }} valid={valid(channel.code)} />
        ))}
        <tr>
          <th scope="row" colSpan={4}>
            {t("list.without")}
            <SecondLine>{t("list.withoutNote")}</SecondLine>
          </th>
          <Figure>{valid(null)}</Figure>
        </tr>
        <tr>
          <th scope="row" colSpan={4}>
            {t("list.total")}
          </th>
          <Figure strong>{total}</Figure>
        </tr>
      </Table>
    </Section>
  );
}
