import Link from "next/link";
import { mayActAs } from "@/app/_session/staff";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Staff } from "@/lib/staff";
import { availabilityOf } from "@/lib/survey/edition";
import { isSealed } from "@/lib/survey/edition-life";
import { ownerOf } from "@/lib/survey/group-owner";
import type { StakeholderGroup } from "@/lib/survey/stakeholder-group";
import styles from "../../coverage.module.css";

interface WhenToSendProps {
  readonly staff: Staff;
  readonly edition: Edition;
  readonly group: StakeholderGroup;
  readonly now: Date;
  readonly locale: Locale;
}

/** Who sends the texts, and that now is not the time where the round is not open. */
export function WhenToSend({ staff, edition, group, now, locale }: WhenToSendProps) {
  const t = translator(locale, "coverage");
  const availability = availabilityOf(edition, now);
  const hasOwn = edition.channels.some((channel) => channel.group === group && !channel.retired);
  const mayAdd = !hasOwn && !isSealed(edition) && mayActAs(staff, "administrator");
  return (
    <>
      {availability !== "open" && (
        <p className={`notice notice-caution ${styles.notice}`}>{t(`invite.${availability}`)}</p>
      )}
      <p className={styles.summary}>
        {t("invite.say", { owner: ownerOf(edition.company, group)[locale] })}{" "}
        {mayAdd && (
          <Link href={`/admin/channels?edition=${edition.slug}&group=${group}#add`}>{t("invite.ownChannel")}</Link>
        )}
      </p>
    </>
  );
}
