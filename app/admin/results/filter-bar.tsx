import { EditionSwitch } from "@/app/_ui/desk/edition-switch";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import styles from "./filter-bar.module.css";

interface FilterBarProps {
  readonly edition: Edition;
  readonly editions: readonly Edition[];
  readonly locale: Locale;
}

/** Which edition to show, once there are several. */
export function FilterBar({ edition, editions, locale }: FilterBarProps) {
  if (editions.length < 2) return null;
  return (
    <div className={styles.bar} role="group" aria-label={translator(locale, "department")("filter.label")}>
      <EditionSwitch {...{ edition, editions, locale }} />
    </div>
  );
}
