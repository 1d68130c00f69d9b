import Link from "next/link";
import { dayText } from "@/app/_ui/desk/dates";
import { Figure, Table } from "@/app/_ui/desk/table";
import type { Edition } from "@/db/editions";
import type { EntryBatch } from "@/db/entry-batches";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { batchAddress } from "./batch-address";
import { batchChannelWords, batchStateWords } from "./batch-words";

interface BatchTableProps {
  readonly batches: readonly EntryBatch[];
  readonly edition: Edition;
  readonly locale: Locale;
}

/** Every batch of an edition, with how far it is. */
export function BatchTable({ batches, edition, locale }: BatchTableProps) {
  const t = translator(locale, "batches");
  if (batches.length === 0) return <p>{t("list.none")}</p>;
  const columns = [
    { head: t("list.name") },
    { head: t("list.state") },
    { head: t("list.typed"), numeric: true },
    { head: t("list.expected"), numeric: true },
    { head: t("list.channel") },
    { head: t("list.receivedOn") },
  ];
  return (
    <Table caption={t("list.caption")} columns={columns}>
      {batches.map((batch) => (
        <tr key={batch.id}>
          <th scope="row">
            <Link href={batchAddress(batch)}>{batch.name}</Link>
          </th>
          <td>{batchStateWords(batch, locale)}</td>
          <Figure>{batch.typed}</Figure>
          <Figure>{batch.expected}</Figure>
          <td>{batchChannelWords(batch, edition, locale)}</td>
          <td className="num">{dayText(locale, batch.receivedOn)}</td>
        </tr>
      ))}
    </Table>
  );
}
