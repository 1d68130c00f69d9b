import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type Query, queryValue } from "../query";
import styles from "./channels.module.css";

const DONE = ["added", "changed", "deleted"] as const;

interface AddedNoticeProps {
  readonly query: Query;
  readonly edition: Edition;
  readonly locale: Locale;
}

/** What has just been done to a channel, where the address says so: `?added=wechat-2`. */
export async function AddedNotice({ query, edition, locale }: AddedNoticeProps) {
  const t = translator(locale, "channels");
  for (const act of DONE) {
    const code = await queryValue(query, act);
    const name = edition.channels.find((channel) => channel.code === code)?.name[locale];
    // A channel that is still there has not been deleted, whatever an address says.
    if (code === undefined || (act === "deleted") === (name !== undefined)) continue;
    return (
      <p className={`notice ${styles.done}`} role="status">
        {act === "deleted" ? t("deleted", { code: code.slice(0, 32) }) : t(act, { name: name ?? code })}
      </p>
    );
  }
  return null;
}
